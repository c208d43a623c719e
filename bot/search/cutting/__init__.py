"""Passages cut into units: words and what stands beside them, in numbers, many passages at a time."""
