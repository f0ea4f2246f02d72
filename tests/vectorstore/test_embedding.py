"""The embedding model that comes with the program."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vectorstore import embedding
from vectorstore.embedding import CARRIED_SHA256, Embedder
from vectorstore.errors import SettingsError
from vectorstore.settings import LibrarySettings

SENTENCES = [
    "Officers said that 412 potholes had been mended on Larkfield Hill.",
    "RESOLVED that the report be noted.",
    "Cllr Maud Ferris asked why e-scooters were still ridden along the promenade.",
    "Apologies were received from two members.",
    "The budget gap for the coming year stood at £4.2 million, said the section 151 officer.",
    "potholes",
]


def test_vectors_have_unit_length_and_one_row_a_text(embedder: Embedder) -> None:
    vectors = embedder.passages(SENTENCES)
    assert vectors.shape == (len(SENTENCES), 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_questions_and_passages_have_the_vectors_of_full_precision(embedder: Embedder) -> None:
    from sentence_transformers import SentenceTransformer

    exact = SentenceTransformer(str(embedding._carried_folder()), device="cpu")
    # More texts than one batch, some longer than the model reads, one empty.
    texts = [*(f"{number}. {text}" for number in range(9) for text in SENTENCES), "bins " * 400, ""]
    wanted = exact.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    for vectors in (embedder.passages(texts), embedder.queries(texts)):
        assert (vectors * wanted).sum(axis=1).min() >= 0.9995


def test_a_model_that_is_not_carried_gives_its_own_vectors(embedder: Embedder) -> None:
    """The carried model's folder, given as a path, goes through sentence-transformers."""
    other = Embedder(LibrarySettings(embedding_model=str(embedding._carried_folder())))
    cosines = (other.passages(SENTENCES) * embedder.passages(SENTENCES)).sum(axis=1)
    assert cosines.min() >= 0.998
    assert other.max_pieces == 256


def test_the_carried_model_needs_neither_torch_nor_sentence_transformers() -> None:
    import subprocess
    import sys

    embed = (
        "import sys; from vectorstore.embedding import Embedder; "
        "from vectorstore.settings import LibrarySettings; "
        "Embedder(LibrarySettings()).queries(['potholes']); "
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", embed], check=True, cwd=Path(__file__).parents[2])


def test_the_carried_model_speaks_to_nobody() -> None:
    import subprocess
    import sys

    embed = (
        "import sys; heard = []; "
        "sys.addaudithook(lambda event, _: heard.append(event)); "
        "from vectorstore.embedding import Embedder; "
        "from vectorstore.settings import LibrarySettings; "
        "Embedder(LibrarySettings()).queries(['potholes']); "
        "calls = ('socket.', 'urllib.', 'subprocess.', 'os.fork', 'os.posix_spawn'); "
        "assert not [event for event in heard if event.startswith(calls)]"
    )
    subprocess.run([sys.executable, "-c", embed], check=True, cwd=Path(__file__).parents[2])


def test_a_text_has_the_same_vector_however_often_it_is_asked_for(
    embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "REMEMBERED", 2)
    first = embedder.queries(SENTENCES)
    again = embedder.queries([*reversed(SENTENCES), SENTENCES[0]])
    assert again[:-1][::-1] == pytest.approx(first, abs=5e-3)
    assert again[-1] == pytest.approx(first[0], abs=5e-3)
    assert len(embedder._remembered) == 2


def test_word_pieces_are_counted_as_the_model_counts_them(embedder: Embedder) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(embedding._carried_folder()), device="cpu")
    tokenizer = model.tokenizer
    long = " ".join(SENTENCES) * 20
    for text in (*SENTENCES, long, "", "e\u0301 ﬁ £ 50% 新 🚲"):
        assert embedder.pieces(text) == len(
            tokenizer(text, truncation=False, verbose=False)["input_ids"]
        )
    assert embedder.pieces(long) > embedder.max_pieces == model.get_max_seq_length() == 256


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text() | st.lists(st.sampled_from(SENTENCES) | st.text()).map("\n ".join))
def test_words_counted_one_by_one_make_the_pieces_of_the_whole(
    embedder: Embedder, text: str
) -> None:
    assert embedder.pieces(text) == len(embedder._tokenizer.encode(text).ids)


def test_threads_may_share_the_model_from_its_loading_on() -> None:
    shared = Embedder(LibrarySettings())
    texts = [[f"{number}. {text}" for text in SENTENCES * 5] for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(shared.passages, texts))
    for own, vectors in zip(texts, together, strict=True):
        assert vectors == pytest.approx(shared.passages(own), abs=1e-6)


def test_counting_pieces_loads_no_model() -> None:
    import subprocess
    import sys

    count = (
        "import sys; from vectorstore.embedding import Embedder; "
        "from vectorstore.settings import LibrarySettings; "
        "embedder = Embedder(LibrarySettings()); "
        "assert embedder.pieces('two potholes') > 3 and embedder.revision; "
        "assert not {'torch', 'openvino'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", count], check=True, cwd=Path(__file__).parents[2])


def test_weights_that_are_not_the_published_ones_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(embedding._carried_folder(), tmp_path / "model"))
    weights = folder / "model.safetensors"
    os.chmod(weights, 0o600)
    with weights.open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(b"\x7f")
    assert embedding._sha256(weights) != CARRIED_SHA256
    monkeypatch.setattr(embedding, "_carried_folder", lambda: folder)
    with pytest.raises(SettingsError, match=r"is not the published one: reinstall the package"):
        Embedder(LibrarySettings()).queries(["potholes"])


def test_a_model_that_is_not_there_is_refused_in_one_sentence(tmp_path: Path) -> None:
    missing = Embedder(LibrarySettings(embedding_model=str(tmp_path / "nowhere")))
    with pytest.raises(SettingsError, match=r"cannot be loaded: check MINUTES_EMBEDDING_MODEL"):
        missing.queries(["potholes"])


def test_prefixes_are_put_before_questions_and_passages(embedder: Embedder) -> None:
    prefixed = Embedder(LibrarySettings(query_prefix="question: ", passage_prefix="passage: "))
    prefixed.__dict__["_carried_model"] = embedder._carried_model
    assert prefixed.queries(["bins"]) == pytest.approx(embedder.queries(["question: bins"]))
    assert prefixed.passages(["bins"]) == pytest.approx(embedder.passages(["passage: bins"]))
    assert prefixed.pieces("bins") == embedder.pieces("passage: bins")


@settings(max_examples=5)
@given(st.lists(st.text(st.characters(codec=None), max_size=20), min_size=1, max_size=30))
def test_no_question_is_too_hostile_to_be_embedded(
    embedder: Embedder, questions: list[str]
) -> None:
    assert np.isfinite(embedder.queries(questions)).all()
