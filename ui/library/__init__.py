"""Looking after the library from the browser: what it holds, and the work that is done on it."""
