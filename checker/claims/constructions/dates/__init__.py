"""One date, or two side by side: weekday and date, clock times in zones, what is still to come."""
