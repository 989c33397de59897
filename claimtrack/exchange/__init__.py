"""What other programs read and write: one module per format."""
