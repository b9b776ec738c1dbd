"""Rule loading, the condition language, the three kinds, the runner.  It never sees text.

>>> rules, failures = engine.load(folders)
>>> hits = engine.run(rules, readings, matches)
"""

from checker.engine.loading import load, select
from checker.engine.records import Hit, Rule, RuleSet
from checker.engine.run import run

__all__ = ["Hit", "Rule", "RuleSet", "load", "run", "select"]
