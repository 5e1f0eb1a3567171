"""What is said when SelfOS cannot be started: what is wrong, and what to do about it."""

from collections.abc import Iterable


class StartupError(Exception):
    """SelfOS cannot start, for a reason the operator can mend.

    `what` names the obstacle, `advice` the remedy; neither holds a secret, so both may be printed.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(f"{what}\n  {advice}" if advice else what)
        self.what = what
        self.advice = advice


def last_words(lines: Iterable[str]) -> str:
    """Of what a program said before it failed, the last line that gives a reason, else the last line."""
    said = [line.strip() for line in lines if line.strip()]
    telling = [line for line in said if any(word in line for word in ("FATAL", "PANIC", "could not", "cannot", "rror"))]
    return (telling or said or ["It gave no reason."])[-1]
