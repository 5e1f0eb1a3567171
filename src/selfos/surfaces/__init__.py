"""The ways in. Each surface turns its own protocol into actions of the registry and their answers back."""
