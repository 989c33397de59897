"""What a corpus must hold to: one rule, one module."""
