"""Test sets and measures."""
