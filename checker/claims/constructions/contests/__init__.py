"""Votes, scores and who leads: what a result says beside its figures."""
