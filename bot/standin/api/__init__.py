"""Discord's HTTP API, as much of it as a quiz bot needs."""
