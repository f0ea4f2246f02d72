"""Which files an ingestion looks at."""

from pathlib import Path

from ingest.sources import find


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    return path


def test_folders_are_searched_and_only_what_cannot_be_read_is_counted_as_skipped(
    tmp_path: Path,
) -> None:
    wanted = [touch(tmp_path / "a.txt"), touch(tmp_path / "deep/er/b.PDF")]
    touch(tmp_path / "a.txt.toml")
    touch(tmp_path / ".hidden.txt")
    touch(tmp_path / ".git/c.txt")
    touch(tmp_path / "~$d.docx")
    touch(tmp_path / "photo.png")
    found = find([tmp_path])
    assert list(found.files) == wanted
    assert found.skipped == 1


def test_a_file_that_is_named_is_taken_whatever_its_type_and_each_file_once(
    tmp_path: Path,
) -> None:
    photo = touch(tmp_path / "photo.png")
    found = find([photo, tmp_path, photo])
    assert found.files == (photo,)
    assert found.skipped == 0


def test_a_path_where_nothing_is_is_missing(tmp_path: Path) -> None:
    assert find([tmp_path / "gone"]).missing == (tmp_path / "gone",)
