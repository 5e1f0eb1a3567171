"""The search index of one space: in memory, folded from the change log, never searchable on disk."""
