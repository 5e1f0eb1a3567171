"""Training texts for the built-in understanding, and the code that fits its heads to them."""
