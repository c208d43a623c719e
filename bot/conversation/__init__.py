"""What is said to a message that may go on from an answer, and what can be looked at from there."""
