"""Questions of members, their answers, and the buttons under these."""
