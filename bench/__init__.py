"""Measuring: what the figures in the documentation come from. Nothing here is served or imported by the program."""
