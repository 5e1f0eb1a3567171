"""The parts of a life, a folder each. A feature is reached through its package's face and nothing behind it."""
