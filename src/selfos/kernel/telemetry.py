"""Logs and metrics. No private text enters either: names, ids, counts and times only."""

import logging
import sys
from contextvars import ContextVar
from typing import Any, Literal

import orjson
import structlog
from prometheus_client import Gauge, Histogram

_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

REQUEST_SECONDS = Histogram("selfos_request_seconds", "Time to answer", ("route", "method", "status"), buckets=_FAST)
JOB_SECONDS = Histogram("selfos_job_seconds", "Time of a batch of jobs", ("job",), buckets=_FAST)
JOBS = Gauge("selfos_jobs", "Jobs by state", ("state",))
OPEN_INDEXES = Gauge("selfos_open_indexes", "Search indexes held in memory")

correlation_id: ContextVar[str | None] = ContextVar("correlation_id", default=None)


def _correlated(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    if (current := correlation_id.get()) is not None:
        event["correlation_id"] = current
    return event


def _json(event: structlog.typing.EventDict, default: Any = None) -> str:
    return orjson.dumps(event, default=default).decode()


def configure_logs(level: str, form: Literal["json", "console"], role: str) -> None:
    """Send the product's logs, and those of its libraries from warnings on, to standard output."""
    renderer: Any = structlog.processors.JSONRenderer(serializer=lambda event, **_: _json(event, str))
    if form == "console":
        renderer = structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty())
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _correlated,
            _type_of_error,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        cache_logger_on_first_use=True,
    )
    structlog.contextvars.bind_contextvars(role=role)
    logging.basicConfig(level=logging.WARNING, stream=sys.stdout, format="%(levelname)s %(name)s")


def _type_of_error(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Keep where an error came from; its message may hold private text."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["where"] = _frames(error)
    return event


def _frames(error: BaseException) -> list[str]:
    frames, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{code.co_filename.rpartition('selfos/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return frames[-8:]
