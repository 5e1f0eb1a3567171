"""A person's own choices: where they live in time, and how far the engine may go on its own."""

from selfos.features.profile.records import Hours, Profile, ReplyStyle, SuggestionMode
from selfos.features.profile.service import actions, chosen_first, profile_of, read_profile
from selfos.kernel.feature import Feature

feature = Feature("profile", actions=actions)

__all__ = [
    "Hours",
    "Profile",
    "ReplyStyle",
    "SuggestionMode",
    "chosen_first",
    "feature",
    "profile_of",
    "read_profile",
]
