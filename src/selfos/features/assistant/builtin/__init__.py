"""Answering without any language model: what is wished for is read by the built-in engine, done and told plainly."""

from selfos.features.assistant.builtin.answering import answer_builtin
from selfos.features.assistant.builtin.deciding import decide
from selfos.features.assistant.builtin.topics import read, topic_of

__all__ = ["answer_builtin", "decide", "read", "topic_of"]
