"""What holds, and never how fast: `python -m tests.speed` and `python -m tests.faults` measure that."""

HANG = 120.0  # seconds after which whoever waits in a test has waited in vain, however busy the machine is
