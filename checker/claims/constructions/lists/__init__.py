"""Counts beside what is listed or named."""
