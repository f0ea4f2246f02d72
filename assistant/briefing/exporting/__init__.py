"""A briefing as a file: Word, Markdown, a web page, JSON."""
