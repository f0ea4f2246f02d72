"""The history of a topic as a draft that an officer can edit, every line with its source."""
