"""Conversations: questions on their way to answers, kept for their owner, judged and shared."""
