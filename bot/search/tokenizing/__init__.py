"""Passages made into numbered units, sentences and definitions, which an index is built over."""
