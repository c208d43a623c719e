"""One module a language: its words, as data."""
