"""The ONNX graph of all-MiniLM-L6-v2, written from its weights: six layers of BERT, pooled over the tokens.

Inputs `input_ids` and `attention_mask`, int64 (batch, length); output `embedding`, float32 (batch, 384), unit rows.
Dense layers multiply in eight bits, one scale per block of weights and of activations; the token table is int8 with one
scale per token. Attention and layer norms are onnxruntime's fused operators, described in its ContribOperators.md.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

Array = npt.NDArray[np.generic]
FloatArray = npt.NDArray[np.float32]
Weights = Mapping[str, FloatArray]

LAYERS, HEADS, HIDDEN = 6, 12, 384
FUSED = "com.microsoft"
EPSILON = 1e-12
#: Values that share a scale. Cosine to float32 on 200 sentences, smallest: 32 .9979, 64 .9974, 128 .9952; one scale a
#: channel with activations quantised by the tensor .971, and there a text's vector depends on the others of its batch.
BLOCK = 64


def quantise_tokens(table: FloatArray) -> tuple[Array, FloatArray]:
    """Symmetric int8 with one scale per token: codes (tokens, width), scales (tokens, 1)."""
    scale = np.abs(table).max(axis=1, keepdims=True) / np.float32(127)
    return np.rint(table / scale).astype(np.int8), scale


def quantise_blocks(weight: FloatArray) -> tuple[Array, FloatArray]:
    """uint8 around 128 as MatMulNBits stores it: codes (out, blocks, BLOCK), scales (out, blocks)."""
    blocks = weight.reshape(len(weight), -1, BLOCK)
    scale = np.abs(blocks).max(axis=2, keepdims=True) / np.float32(127)
    return (np.rint(blocks / scale) + 128).astype(np.uint8), scale[..., 0]


class _Graph:
    """Collects nodes and constants; every value takes the name of the step that makes it."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Array) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def step(self, op: str, inputs: list[str], name: str, domain: str = "", **attributes: float) -> str:
        node = helper.make_node(op, inputs, [name], name=name, domain=domain)
        node.attribute.extend(helper.make_attribute(key, value) for key, value in attributes.items())
        self.nodes.append(node)
        return name

    def dense(self, name: str, value: str, weight: FloatArray, *, quantised: bool) -> str:
        """`value` times the transpose of `weight` (out, in); the bias belongs to the operator that follows."""
        if not quantised:
            return self.step("MatMul", [value, self.constant(f"{name}.weight", weight.T)], name)
        codes, scales = quantise_blocks(weight)
        return self.step(
            "MatMulNBits",
            [value, self.constant(f"{name}.codes", codes), self.constant(f"{name}.scales", scales)],
            name,
            FUSED,
            K=weight.shape[1],
            N=weight.shape[0],
            bits=8,
            block_size=BLOCK,
            accuracy_level=4,  # multiply in int8: activations are quantised by block as well
        )


def _embed(graph: _Graph, weights: Weights, *, quantised: bool) -> str:
    table = weights["embeddings.word_embeddings.weight"]
    if quantised:
        codes, scale = quantise_tokens(table)
        picked = graph.step("Gather", [graph.constant("tokens.codes", codes), "input_ids"], "token_codes")
        real = graph.step("Cast", [picked], "token_values", to=TensorProto.FLOAT)
        scales = graph.step("Gather", [graph.constant("tokens.scale", scale), "input_ids"], "token_scales")
        words = graph.step("Mul", [real, scales], "words")
    else:
        words = graph.step("Gather", [graph.constant("tokens", table), "input_ids"], "words")
    # Every token is of segment 0, so that segment's vector is added to the positions once, here.
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    length = graph.step("Shape", ["input_ids"], "length", start=1, end=2)
    zero, one = graph.constant("zero", np.array([0])), graph.constant("one", np.array([1]))
    seen = graph.step("Slice", [graph.constant("positions", places), zero, length, zero, one], "seen_positions")
    norm = [
        graph.constant(f"embeddings.{part}", weights[f"embeddings.LayerNorm.{part}"]) for part in ("weight", "bias")
    ]
    placed = graph.step("Add", [words, seen], "placed")
    return graph.step("LayerNormalization", [placed, *norm], "embedded", axis=-1, epsilon=EPSILON)


def _layer(graph: _Graph, weights: Weights, index: int, value: str, *, quantised: bool) -> str:
    def weight(name: str) -> FloatArray:
        return weights[f"encoder.layer.{index}.{name}"]

    def constant(name: str) -> str:
        return graph.constant(f"layer{index}.{name}", weight(name))

    def add_and_norm(block: str, dense: str, skip: str) -> str:
        parts = [constant(f"{block}.{part}") for part in ("LayerNorm.weight", "LayerNorm.bias", "dense.bias")]
        return graph.step(
            "SkipLayerNormalization", [dense, skip, *parts], f"layer{index}.{block}.norm", FUSED, epsilon=EPSILON
        )

    parts = ("query", "key", "value")
    stacked = np.concatenate([weight(f"attention.self.{part}.weight") for part in parts])
    bias = np.concatenate([weight(f"attention.self.{part}.bias") for part in parts])
    joint = graph.dense(f"layer{index}.qkv", value, stacked, quantised=quantised)
    split = [f"layer{index}.{part}" for part in parts]
    graph.nodes.append(helper.make_node("Split", [joint], split, name=f"layer{index}.split", axis=-1, num_outputs=3))
    attended = graph.step(
        "MultiHeadAttention",
        [*split, graph.constant(f"layer{index}.qkv.bias", bias), "mask32"],
        f"layer{index}.attended",
        FUSED,
        num_heads=HEADS,
    )
    out = graph.dense(f"layer{index}.out", attended, weight("attention.output.dense.weight"), quantised=quantised)
    middle = add_and_norm("attention.output", out, value)
    wide = graph.dense(f"layer{index}.wide", middle, weight("intermediate.dense.weight"), quantised=quantised)
    bent = graph.step("BiasGelu", [wide, constant("intermediate.dense.bias")], f"layer{index}.gelu", FUSED)
    narrow = graph.dense(f"layer{index}.narrow", bent, weight("output.dense.weight"), quantised=quantised)
    return add_and_norm("output", narrow, middle)


def _pool(graph: _Graph, value: str) -> str:
    # The mean over the tokens and their sum have the same direction, and the length is normalised away.
    real = graph.step("Cast", ["attention_mask"], "mask_values", to=TensorProto.FLOAT)
    column = graph.step("Unsqueeze", [real, graph.constant("last_axis", np.array([2]))], "mask_column")
    kept = graph.step("Mul", [value, column], "kept")
    total = graph.step("ReduceSum", [kept, graph.constant("token_axis", np.array([1]))], "total", keepdims=0)
    return graph.step("LpNormalization", [total], "embedding", axis=-1, p=2)


def build_graph(weights: Weights, *, quantised: bool = True) -> onnx.ModelProto:
    """The whole model; `quantised=False` keeps every weight in float32, as the reference to compare with."""
    graph = _Graph()
    graph.step("Cast", ["attention_mask"], "mask32", to=TensorProto.INT32)
    value = _embed(graph, weights, quantised=quantised)
    for index in range(LAYERS):
        value = _layer(graph, weights, index, value, quantised=quantised)
    _pool(graph, value)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
        for name in ("input_ids", "attention_mask")
    ]
    output = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", HIDDEN])
    body = helper.make_graph(graph.nodes, "all-MiniLM-L6-v2", inputs, [output], graph.constants)
    domains = [helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(body, opset_imports=domains, ir_version=9, producer_name="selfos")
