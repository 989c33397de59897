"""Records as a person wants to read them: rows of text, styled on a terminal."""
