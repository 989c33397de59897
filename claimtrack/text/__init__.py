"""Text in, text out: reads, lays out and edits the text of one record; knows no files."""
