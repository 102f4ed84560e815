"""A quiz's rules, its points, and the frozen values that cards draw and the store returns. Pure: time is an argument."""
