"""Looking around in a library: in order of time, from an answer on, by a quiz."""
