"""What a question asks: its kind, its parts, what a follow-up leaves out. Rules, no model."""
