"""Answers in the minutes' own sentences."""
