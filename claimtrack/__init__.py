"""Contested facts as reviewable files."""

__version__ = "0.1.0"
