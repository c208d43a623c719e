"""Building a library from the folder of documents, and saying what that changes."""
