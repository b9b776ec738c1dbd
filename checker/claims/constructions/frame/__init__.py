"""How a sentence becomes figures and pieces, and how a row of `construction.tsv` is matched on them."""
