"""Records and firsts, held against what else is told of the same thing."""
