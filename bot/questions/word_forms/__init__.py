"""The forms and the other words in which texts may have a word of a question, language by language."""
