"""The ground every feature stands on: records, unit of work, sealing, search, jobs, actions. Knows no feature."""
