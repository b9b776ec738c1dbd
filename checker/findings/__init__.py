"""Hits to findings: one a fact, with its sides, its class and severity, and the question an editor can send on.

>>> findings.finish(hits, readings, options)
"""

from checker.findings.assembly import finish

__all__ = ["finish"]
