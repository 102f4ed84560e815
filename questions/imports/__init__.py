"""What all importers share: the report of what was left out, and the file in which what was read is kept."""
