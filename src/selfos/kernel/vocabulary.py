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
