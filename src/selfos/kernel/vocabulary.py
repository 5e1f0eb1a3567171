"""Words that several features share."""

from enum import StrEnum


class LifeArea(StrEnum):
    """The parts of a life that thoughts, tasks and goals belong to."""

    HEALTH = "health"
    CAREER = "career"
    RELATIONSHIPS = "relationships"
    CREATIVITY = "creativity"
    FINANCE = "finance"
    PERSONAL_GROWTH = "personal_growth"
    SPIRITUALITY = "spirituality"
    HOME = "home"
    LEISURE = "leisure"


class Sentiment(StrEnum):
    """How the writer feels."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class Sensitivity(StrEnum):
    """What people may not want to be remembered: the special categories of Art. 9 GDPR, money and the law."""

    HEALTH = "health"
    MONEY = "money"
    SEXUALITY = "sexuality"
    RELIGION = "religion"
    POLITICS = "politics"
    ORIGIN = "origin"
    LAW = "law"
