"""Two or three amounts that fix each other: changes, multiples, conversions, prices, averages, limits."""
