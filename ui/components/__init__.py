"""What the pages are made of; text from documents and people is shown as text, never as markup."""
