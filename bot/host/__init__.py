"""Drives quizzes in their channels and picks them up after a restart: the rows are the truth, a task the clock."""
