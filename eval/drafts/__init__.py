"""Cases in the making: proposed from a library or from a thumbs-down, and read by a person."""
