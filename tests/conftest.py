"""What every test may use."""

pytest_plugins = ["tests.fixtures.postgres", "tests.fixtures.ground", "tests.fixtures.house"]
