from tests.fixtures.engine import plain_engine

__all__ = ["plain_engine"]
