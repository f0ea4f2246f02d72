"""Runs and comparisons to read, to show around and to calculate with."""
