"""Looking around in a library in order of time: lists, days, a quiz."""
