"""SelfOS, a life operating system on a machine its owner controls."""

__version__ = "0.1.0"
