"""Whether words open an act: a base verb that the writer may mean to do."""

import re

from selfos.intelligence.builtin.understand import lexicon

#: After a word that may be a noun as well: "water the pots" is an act, "water bill" is none.
_OBJECT = re.compile(
    r"(?:the|a|an|my|our|his|her|their|some|it|them|him|up|out|for|in|with|to|about|back|new|both|all|[A-Z0-9£$€₹₦])"
)


def opens_with_act(text: str) -> bool:
    """A verb in its base form opens the text; a word that is as often a noun needs an object after it."""
    opener = re.match(r"[A-Za-z][\w'-]*", text)
    if not opener or opener.group().casefold() not in lexicon.words("act_verbs"):
        return False
    word, follows = opener.group().casefold(), text[opener.end() :].lstrip()
    if word not in lexicon.words("noun_verbs"):
        return True
    return word not in lexicon.words("person_titles") and bool(_OBJECT.match(follows))


def is_act_verb(word: str) -> bool:
    return word.casefold() in lexicon.words("act_verbs")
