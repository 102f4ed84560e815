"""What outlives the process: quizzes, rounds, guesses, scores; functions by subject, and the one writer."""
