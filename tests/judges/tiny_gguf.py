"""Writes a language model with random weights and a tokenizer of single bytes as the GGUF file named.

It is run by the Python that has `gguf` and `numpy`, which need not be the one of the tests.
"""

import sys

import gguf
import numpy as np

SEED = 7
LAYERS, WIDTH, INNER, HEADS, SHARED_HEADS = 2, 32, 64, 4, 2
CONTEXT = 16_384
TEMPLATE = (
    "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}"
    "{% if add_generation_prompt %}assistant: {% endif %}"
)
TOKENS = [b"<unk>", b"<s>", b"</s>", *(f"<0x{byte:02X}>".encode() for byte in range(256))]
KINDS = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL, *[gguf.TokenType.BYTE] * 256]


def describe(writer: gguf.GGUFWriter) -> None:
    """The shape of the network, and bytes in, bytes out."""
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(SHARED_HEADS)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(TOKENS)
    writer.add_token_scores([0.0] * len(TOKENS))
    writer.add_token_types(KINDS)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template(TEMPLATE)


def weigh(writer: gguf.GGUFWriter) -> None:
    """Weights that learned nothing; the same ones every time."""
    lot = np.random.default_rng(SEED)
    shared = WIDTH // HEADS * SHARED_HEADS
    shapes: dict[str, tuple[int, ...]] = {"attn_q": (WIDTH, WIDTH), "attn_output": (WIDTH, WIDTH)}
    shapes |= {"attn_k": (shared, WIDTH), "attn_v": (shared, WIDTH)}
    shapes |= {"ffn_gate": (INNER, WIDTH), "ffn_up": (INNER, WIDTH)}
    shapes |= {"ffn_down": (WIDTH, INNER), "attn_norm": (WIDTH,), "ffn_norm": (WIDTH,)}
    named = {f"blk.{layer}.{name}.weight": shape for layer in range(LAYERS) for name, shape in shapes.items()}
    outer = (len(TOKENS), WIDTH)
    named |= {"token_embd.weight": outer, "output.weight": outer, "output_norm.weight": (WIDTH,)}
    for name, shape in named.items():
        flat = np.ones(shape) if name.endswith("norm.weight") else lot.normal(0.0, 0.3, shape)
        writer.add_tensor(name, flat.astype(np.float32))


if __name__ == "__main__":
    made = gguf.GGUFWriter(sys.argv[1], "llama")
    describe(made)
    weigh(made)
    made.write_header_to_file()
    made.write_kv_data_to_file()
    made.write_tensors_to_file()
    made.close()
