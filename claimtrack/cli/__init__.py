"""The command line: the only part that prints, reads arguments and the environment, and exits."""
