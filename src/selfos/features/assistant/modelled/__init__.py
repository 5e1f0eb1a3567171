"""Answering with a language model: what it is told, what it may do, and what it may do unasked."""

from selfos.features.assistant.modelled.answering import answer_with_model

__all__ = ["answer_with_model"]
