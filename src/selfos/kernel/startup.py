"""What is said when SelfOS cannot be started: what is wrong, and what to do about it."""


class StartupError(Exception):
    """SelfOS cannot start, for a reason the operator can mend.

    `what` names the obstacle, `advice` the remedy; neither holds a secret, so both may be printed.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(f"{what}\n  {advice}" if advice else what)
        self.what = what
        self.advice = advice
