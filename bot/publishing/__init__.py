"""How another library takes the place of the one that answers, and what led to it."""
