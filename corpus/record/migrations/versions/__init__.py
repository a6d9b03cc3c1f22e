"""One script a change, never edited once released."""
