"""Keeping the search indexes of the spaces in use: opened, folded, stored sealed."""
