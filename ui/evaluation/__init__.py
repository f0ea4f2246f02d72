"""The evaluators' page: what it runs, what it shows of runs, and how drafts become cases."""
