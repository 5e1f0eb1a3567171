"""What every test may use."""

pytest_plugins = [f"tests.fixtures.{name}" for name in ("postgres", "ground", "house", "providers")]
