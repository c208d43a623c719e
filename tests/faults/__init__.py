"""What a bot does when something goes wrong, as a table: `python -m tests.faults`; takes most of an hour.

The quick part of each row is a test (`test_rows.py`).
"""
