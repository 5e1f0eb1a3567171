"""The operator's settings: one typed place, every fault named, clear words when a start fails."""
