"""How good one answer is to one case: pure functions, each `None` where it does not apply.

The answers that the program extracts have perfect citations by construction, so no figure
counts alone: facts, relevance of what is cited, refusals and length belong together.
"""
