"""Small programs that behave as the api and the worker do towards their supervisor."""
