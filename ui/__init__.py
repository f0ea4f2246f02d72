"""The web pages and their components."""
