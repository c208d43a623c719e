"""`python -m tests.admin_walk`: what a new admin lives through, from an empty folder to a history that mends.

The bot is a process of its own, with its real settings and database, against the project's Bot API server.
"""
