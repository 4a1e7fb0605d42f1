"""Measurements of speed and size, each as a ratio to a named peer on the same data in one run."""
