"""What a message is beside a question: its greetings, its thanks, what it points at, what it goes on from."""
