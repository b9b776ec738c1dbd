"""Wholes and their parts: sums, shares, splits, counts taken up again."""
