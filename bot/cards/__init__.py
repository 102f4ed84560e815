"""What players see: values in, Discord components out. Pure, and within the limits whatever is given."""
