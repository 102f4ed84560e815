"""The Discord side of Marquee: commands, presses, cards, running quizzes, scores, and the stand-in of Discord."""
