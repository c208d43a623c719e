"""Looking around without a question: lists, quizzes, a post a day."""
