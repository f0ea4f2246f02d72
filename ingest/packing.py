"""What a ZIP archive would inflate to, judged before any of it is inflated."""

import zipfile

from vectorstore.errors import UnreadableDocument

MOST_MEMBERS = 10_000
# Text shrinks to a twentieth; what shrinks to a five-hundredth is there to fill a memory.
HIGHEST_RATIO = 500
_SMALL = 1_000_000


def refuse_overwhelming(archive: zipfile.ZipFile, largest: int) -> None:
    """Refuse an archive by what its directory says; more than that is never inflated.

    Raises:
        UnreadableDocument: it holds too many files, or too much.
    """
    entries = archive.infolist()
    if len(entries) > MOST_MEMBERS:
        raise UnreadableDocument(f"It holds more than {MOST_MEMBERS:,} files; divide it.")
    if sum(entry.file_size for entry in entries) > largest:
        raise UnreadableDocument(
            f"What it holds is larger than {largest // 2**20} MiB; divide it, or allow more with "
            "MINUTES_READING_SIZE."
        )
    for entry in entries:
        if entry.file_size > max(_SMALL, HIGHEST_RATIO * entry.compress_size):
            raise UnreadableDocument(
                "What it holds is packed so tightly that it must be a trap; it was not unpacked."
            )
