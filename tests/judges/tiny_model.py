"""Writes a language model with random weights and a tokenizer of single bytes into the folder named.

It is run by the Python that has `torch` and `transformers`, which need not be the one of the tests.
"""

import sys

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

BEGIN, END = "<s>", "</s>"
TEMPLATE = (
    "{% for message in messages %}<s>{{ message['role'] }}: {{ message['content'] }}</s>{% endfor %}"
    "{% if add_generation_prompt %}<s>assistant: {% endif %}"
)
SEED = 7
MOST_SECONDS = 5.0
"""Of one answer: what learned nothing never knows when to stop."""


def vocabulary() -> dict[str, int]:
    """The marks, then every byte."""
    return {token: place for place, token in enumerate([BEGIN, END, *sorted(pre_tokenizers.ByteLevel.alphabet())])}


def tokenizer() -> PreTrainedTokenizerFast:
    """Bytes in, bytes out, with a chat template."""
    bytewise = Tokenizer(models.BPE(vocab=vocabulary(), merges=[]))
    bytewise.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bytewise.decoder = decoders.ByteLevel()
    return PreTrainedTokenizerFast(
        tokenizer_object=bytewise, bos_token=BEGIN, eos_token=END, pad_token=END, chat_template=TEMPLATE
    )


def network() -> LlamaForCausalLM:
    """Two layers that learned nothing; the same ones every time."""
    torch.manual_seed(SEED)
    made = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(vocabulary()),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            max_position_embeddings=16_384,
            bos_token_id=0,
            eos_token_id=1,
            pad_token_id=1,
        )
    )
    made.generation_config.max_time = MOST_SECONDS
    return made


if __name__ == "__main__":
    network().save_pretrained(sys.argv[1])
    tokenizer().save_pretrained(sys.argv[1])
