"""What is known of a thing: looked up, put into words and drawn, for /fact and for the buttons beneath."""
