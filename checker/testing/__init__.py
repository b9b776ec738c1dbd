"""For authors of rules: hypothesis strategies, and one call that tests the laws every rule must keep.

    from checker.testing import check_rule
    check_rule("rules/figures/my-rule.yaml")

Needs the `test` extra (hypothesis), which is imported only here.
"""

from checker.testing.laws import check_rule
from checker.testing.strategies import articles, claims, dates, pairs, quantities, sentences

__all__ = ["articles", "check_rule", "claims", "dates", "pairs", "quantities", "sentences"]
