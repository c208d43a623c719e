"""What a word is: the same for texts and for questions."""
