"""What reads and rewinds the change log: history, undo, erasure."""
