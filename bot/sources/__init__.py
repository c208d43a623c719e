"""Documents as an admin keeps them: reading the knowledge folder, cutting it into passages."""
