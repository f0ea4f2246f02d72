"""The carried model, all-MiniLM-L6-v2, computed by OpenVINO: the one module that knows it.

sentence-transformers gives the same vectors, but importing it and torch takes longer than
answering a question, and it takes over twice as long for a passage (docs/performance.md).
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

# Importing OpenVINO reports its use to its makers, unless it finds this package missing.
sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
import openvino  # noqa: E402
from openvino import opset15 as op  # noqa: E402

LAYERS, HEADS, DIMENSION = 6, 12, 384
HEAD_DIMENSION = DIMENSION // HEADS
SCALE = np.float32(HEAD_DIMENSION**-0.5)
EPSILON = 1e-12
# For each new shape OpenVINO compiles its matrix products anew, which takes longer than padding:
# texts and their word pieces come in multiples of these, fewer texts in one of few sizes.
ROWS_STEP, LENGTH_STEP = 8, 16
FEW_ROWS = (1, 4)
TEXTS_AT_ONCE = 8


class MiniLM:
    """The model, loaded. Threads may use it at the same time.

    On processors that multiply 16-bit floats, OpenVINO does so of its own accord.
    """

    def __init__(self, folder: Path, max_pieces: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(max_pieces)
        self._tokenizer.no_padding()
        network = Network(load_file(folder / "model.safetensors")).model()
        self._network = openvino.compile_model(network, "CPU", {"PERFORMANCE_HINT": "THROUGHPUT"})
        self._at_a_time: int = self._network.get_property("OPTIMAL_NUMBER_OF_INFER_REQUESTS")

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of texts, shape (texts, 384); what is longer than the model reads is cut."""
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(list(texts))]
        # Texts of like length side by side: a batch is as slow as its longest text. The batch that
        # is left over then holds the shortest.
        order = sorted(range(len(ids)), key=lambda row: -len(ids[row]))
        # One question's few sentences are shared out too, so that no processor waits for another.
        share = -(-len(order) // self._at_a_time)
        at_once = min(_rows(share), TEXTS_AT_ONCE)
        batches = [order[start : start + at_once] for start in range(0, len(order), at_once)]
        # All are asked for before one is waited for: they go on while Python is busy elsewhere.
        asked = [self._asked([ids[row] for row in rows]) for rows in batches]
        vectors = np.empty((len(ids), DIMENSION), dtype=np.float32)
        for rows, request in zip(batches, asked, strict=True):
            request.wait()
            vectors[rows] = request.get_output_tensor().data[: len(rows)]
        return vectors

    def _asked(self, ids: Sequence[Sequence[int]]) -> Any:
        request = self._network.create_infer_request()
        request.start_async(_batch(ids))
        return request


def _batch(ids: Sequence[Sequence[int]]) -> list[NDArray[np.int32]]:
    """The word pieces of texts, the longest first, shape (rows, pieces), and each row's length."""
    rows = _rows(len(ids))
    pieces = np.zeros((rows, -(-len(ids[0]) // LENGTH_STEP) * LENGTH_STEP), dtype=np.int32)
    lengths = np.ones(rows, dtype=np.int32)
    for row, own in enumerate(ids):
        pieces[row, : len(own)] = own
        lengths[row] = len(own)
    return [pieces, lengths]


def _rows(texts: int) -> int:
    """So many rows for so many texts: as few as there are steps for."""
    return next((few for few in FEW_ROWS if texts <= few), -(-texts // ROWS_STEP) * ROWS_STEP)


class Network:
    """The architecture, which is BERT's (Devlin et al. 2019): post-norm layers of attention and
    two dense steps; then the mean of the last layer's outputs over the text's own pieces.

    A norm's scale and shift are not steps of their own but are worked into the weights of what
    reads it, which saves a pass over all values: what a step is told to `lack` names that norm.

    Args:
        weights: by the names of the published file.
    """

    def __init__(self, weights: dict[str, NDArray[np.float32]]) -> None:
        self._weights = weights

    def model(self) -> Any:
        """From pieces (rows, length) and lengths (rows) to unit vectors (rows, 384)."""
        pieces = op.parameter([-1, -1], np.int32)
        lengths = op.parameter([-1], np.int32)
        length = op.gather(op.shape_of(pieces, "i32"), np.int32(1), np.int32(0))
        positions = op.range(np.int32(0), length, np.int32(1), "i32")
        read = op.less(op.unsqueeze(positions, 0), op.unsqueeze(lengths, 1))
        unread = op.select(op.unsqueeze(read, [1, 2]), np.float32(0), np.float32(-1e9))
        x, lacks = self._embedded(pieces, positions), "embeddings.LayerNorm"
        for layer in range(LAYERS):
            x = self._layer(x, lacks, unread, f"encoder.layer.{layer}")
            lacks = f"encoder.layer.{layer}.output.LayerNorm"
        own = op.multiply(x, op.convert(op.unsqueeze(read, 2), "f32"))
        mean = op.divide(op.reduce_sum(own, 1), op.convert(op.unsqueeze(lengths, 1), "f32"))
        vectors = op.normalize_l2(self._finished(mean, lacks), 1, EPSILON, "add")
        return openvino.Model([vectors], [pieces, lengths], "MiniLM")

    def _embedded(self, pieces: Any, positions: Any) -> Any:
        words = op.gather(self._weight("embeddings.word_embeddings.weight"), pieces, 0)
        places = op.gather(self._weight("embeddings.position_embeddings.weight"), positions, 0)
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        return self._normal(op.add(op.add(words, places), kind))

    def _layer(self, x: Any, lacks: str, unread: Any, name: str) -> Any:
        query, key, value = (
            self._heads(self._dense(x, f"{name}.attention.self.{part}", lacks))
            for part in ("query", "key", "value")
        )
        # Written out: OpenVINO's own attention turns the keys round in a slower way.
        alike = op.multiply(op.matmul(query, key, False, True), SCALE)
        attended = op.matmul(op.softmax(op.add(alike, unread), 3), value, False, False)
        joined = op.reshape(op.transpose(attended, [0, 2, 1, 3]), [0, 0, DIMENSION], True)
        x = self._added(x, lacks, joined, f"{name}.attention.output.dense")
        lacks = f"{name}.attention.output.LayerNorm"
        inner = op.gelu(self._dense(x, f"{name}.intermediate.dense", lacks), "erf")
        return self._added(x, lacks, inner, f"{name}.output.dense")

    def _heads(self, x: Any) -> Any:
        split = op.reshape(x, [0, 0, HEADS, HEAD_DIMENSION], True)
        return op.transpose(split, [0, 2, 1, 3])

    def _dense(self, x: Any, name: str, lacks: str) -> Any:
        """A dense step on what still lacks the scale and the shift of a norm."""
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        scale, shift = self._weights[f"{lacks}.weight"], self._weights[f"{lacks}.bias"]
        return op.add(op.matmul(x, op.constant(weight * scale), False, True), bias + weight @ shift)

    def _added(self, x: Any, lacks: str, inner: Any, name: str) -> Any:
        """The norm, still to be scaled and shifted, of `x` and a dense step on `inner`."""
        bias = self._weights[f"{name}.bias"] + self._weights[f"{lacks}.bias"]
        output = op.add(op.matmul(inner, self._weight(f"{name}.weight"), False, True), bias)
        return self._normal(op.add(self._scaled(x, lacks), output))

    def _normal(self, x: Any) -> Any:
        return op.mvn(x, np.array([-1]), True, EPSILON, "inside_sqrt")

    def _scaled(self, x: Any, norm: str) -> Any:
        return op.multiply(x, self._weight(f"{norm}.weight"))

    def _finished(self, x: Any, norm: str) -> Any:
        """Scaled and shifted by a dense step of its own.

        OpenVINO keeps in 32 bits what no dense step follows, back to the first layer, as each adds
        to what the one before gave; with this one at the end all before it is in 16.
        """
        scale = op.constant(np.diag(self._weights[f"{norm}.weight"]))
        return op.add(op.matmul(x, scale, False, True), self._weight(f"{norm}.bias"))

    def _weight(self, name: str) -> Any:
        return op.constant(self._weights[name])
