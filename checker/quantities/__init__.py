"""Figures: numerals, units, hedges and what is counted, each with the interval of values that its print allows."""

from checker.quantities.extraction import extract
from checker.quantities.precision import Interval, convert_interval, interval
from checker.quantities.units import convert

__all__ = ["Interval", "convert", "convert_interval", "extract", "interval"]
