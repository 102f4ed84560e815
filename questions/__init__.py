"""Films in, questions out: no Discord, no event loop, no clock, no chance but what it is handed."""
