"""Accuracy: known defects put into the repaired twins, and how many of them are found."""
