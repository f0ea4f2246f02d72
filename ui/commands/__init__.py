"""The commands of the terminal.

What a command needs is imported within it, so that `minutes --help` answers at once.
"""
