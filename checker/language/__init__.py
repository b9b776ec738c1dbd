"""Sentences, tokens with coarse tags, verb groups: what the later rooms read instead of raw text.

`analyse(document)` gives an `Analysis`.  There is no tagger: closed-class tables (`rules/lexicon/words.tsv`,
`verbs.tsv`) and suffixes decide.
"""

from checker.language.analysis import Analysis, analyse
from checker.language.parts import Sentence, VerbGroup

__all__ = ["Analysis", "Sentence", "VerbGroup", "analyse"]
