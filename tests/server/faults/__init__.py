"""What a bot does when something goes wrong, as a table: `python -m tests.server.faults`; takes minutes."""
