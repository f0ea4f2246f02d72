"""What the library has on a question, and whether it is enough."""
