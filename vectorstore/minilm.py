"""The carried model, all-MiniLM-L6-v2, computed with torch alone.

sentence-transformers gives the same vectors, but importing it takes longer than answering a
question, and it calls torch with a new shape for nearly every batch, for each of which torch
compiles its matrix products anew. Here there are few shapes.

The architecture is BERT's (Devlin et al. 2019): post-norm layers, mean of the last one's outputs.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import (
    embedding,
    gelu,
    layer_norm,
    linear,
    normalize,
    scaled_dot_product_attention,
)

LAYERS, HEADS, DIMENSION = 6, 12, 384
EPSILON = 1e-12
# Shapes are powers of two of texts, by multiples of so many word pieces.
TEXTS_AT_ONCE, LENGTH_STEP = 16, 16


class MiniLM:
    """The model, loaded. Threads may share it."""

    def __init__(self, folder: Path, max_pieces: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(max_pieces)
        self._tokenizer.no_padding()
        # 16 bits are quicker only where the processor multiplies matrices of them.
        amx = torch.cpu._is_amx_tile_supported()
        weights = load_file(folder / "model.safetensors")
        kind = torch.bfloat16 if amx else torch.float32
        self._weights = {
            name: weight.to(kind) for name, weight in weights.items() if weight.is_floating_point()
        }
        for layer in range(LAYERS):
            self._join_projections(f"encoder.layer.{layer}.attention.self")

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of texts, shape (texts, 384); what is longer than the model reads is cut."""
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        # Texts of like length side by side: a batch is as slow as its longest text.
        order = sorted(range(len(ids)), key=lambda index: len(ids[index]))
        vectors = np.empty((len(ids), DIMENSION), dtype=np.float32)
        with torch.inference_mode():
            for start in range(0, len(order), TEXTS_AT_ONCE):
                batch = order[start : start + TEXTS_AT_ONCE]
                vectors[batch] = self._vectors([ids[index] for index in batch]).numpy()
        return vectors

    def _vectors(self, ids: Sequence[Sequence[int]]) -> Tensor:
        """Unit vectors of texts as word pieces, the longest last."""
        texts = 1 << (len(ids) - 1).bit_length()
        length = -(-len(ids[-1]) // LENGTH_STEP) * LENGTH_STEP
        pieces = torch.zeros((texts, length), dtype=torch.long)
        read = torch.zeros((texts, length), dtype=torch.bool)
        read[:, 0] = True
        for row, own in enumerate(ids):
            pieces[row, : len(own)] = torch.tensor(own)
            read[row, : len(own)] = True
        outputs = self._outputs(pieces, read).float() * read[:, :, None]
        return normalize(outputs.sum(dim=1), dim=1)[: len(ids)]

    def _outputs(self, pieces: Tensor, read: Tensor) -> Tensor:
        weights = self._weights
        x = embedding(pieces, weights["embeddings.word_embeddings.weight"])
        x = x + weights["embeddings.position_embeddings.weight"][: pieces.shape[1]]
        x = x + weights["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            x = self._layer(x, read[:, None, None, :], f"encoder.layer.{layer}")
        return x

    def _layer(self, x: Tensor, read: Tensor, name: str) -> Tensor:
        heads = self._linear(x, f"{name}.attention.self").view(*x.shape[:2], 3, HEADS, -1)
        query, key, value = heads.transpose(1, 3).unbind(2)
        attended = scaled_dot_product_attention(query, key, value, attn_mask=read)
        attended = self._linear(
            attended.transpose(1, 2).flatten(2), f"{name}.attention.output.dense"
        )
        x = self._norm(x + attended, f"{name}.attention.output.LayerNorm")
        inner = gelu(self._linear(x, f"{name}.intermediate.dense"))
        return self._norm(
            x + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm"
        )

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return linear(x, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _norm(self, x: Tensor, name: str) -> Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return layer_norm(x, (DIMENSION,), weight, bias, EPSILON)

    def _join_projections(self, name: str) -> None:
        """Have query, key and value made in one product."""
        for part in ("weight", "bias"):
            parts = [
                self._weights.pop(f"{name}.{each}.{part}") for each in ("query", "key", "value")
            ]
            self._weights[f"{name}.{part}"] = torch.cat(parts)
