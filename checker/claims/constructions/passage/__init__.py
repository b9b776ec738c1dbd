"""Dates across sentences, tied by what befell whom: lives, lengths, anniversaries, order."""
