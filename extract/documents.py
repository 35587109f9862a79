"""Reads an inbox of text files: which files lie there, what they hold, and why some cannot be used.

Belongs here: everything about files, bytes, encodings and characters. Does not belong here: what the words mean
(`extract.reports`) and what the warehouse already knows (`extract.warehouse`).

Two steps, so that memory stays bounded by a batch: `take_inventory` hashes every file and keeps none, then
`read_documents` reads the few that are new.
"""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from extract.schemas import Rejects

MAX_BYTES = 5 * 1024 * 1024
BATCH_DOCUMENTS = 2_000
BATCH_BYTES = 32 * 1024 * 1024

INVENTORY = pl.Schema({"document_id": pl.String, "path": pl.String, "byte_count": pl.Int64})
DOCUMENTS = pl.Schema(
    {
        "document_id": pl.String,
        "source": pl.String,
        "path": pl.String,
        "text": pl.String,
        "char_count": pl.Int32,
        "byte_count": pl.Int64,
    }
)

# Byte order marks, longest first: the one of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_KNOWN_FORMATS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zipped file, as .docx and .odt are"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzipped file"),
    (b"{\\rtf", "an RTF file"),
)
# What a reader cannot see but a pattern would stumble over, and what it stands for.
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_SPACES = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_INVISIBLE = "[\u00ad\u200b\u2060\ufeff]"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


class MissingInbox(Exception):
    """The inbox folder is not there, so nothing can be said about what it holds."""


class Unusable(Exception):
    """A file that cannot become a document.

    `is_passing` tells whether its content may still be good: nobody may look now (no permission, a disk that does
    not answer), so what was read from it before must be kept.
    """

    def __init__(self, reason: str, *, line_no: int | None = None, is_passing: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line_no = line_no
        self.is_passing = is_passing


@dataclass(frozen=True)
class Inventory:
    """What lies in an inbox.

    files: document_id (sha256 of the bytes), path (relative to the data folder), byte_count; one row a content
    rejects: rows of `raw.rejects`
    unseen: paths and folders (these end in '/') that could not be looked at: nothing below may count as removed
    """

    files: pl.DataFrame
    rejects: pl.DataFrame
    unseen: tuple[str, ...]


@dataclass(frozen=True)
class _Reject:
    path: str
    reason: str
    document_id: str | None = None
    line_no: int | None = None


def reject_rows(rejects: list[_Reject]) -> pl.DataFrame:
    """Rows of `raw.rejects` for whole files."""
    now = datetime.now(UTC).replace(tzinfo=None)
    return pl.DataFrame(
        [
            {
                "document_id": reject.document_id,
                "path": reject.path,
                "line_no": reject.line_no,
                "reason": reject.reason,
                "surface": None,
                "rejected_at": now,
            }
            for reject in rejects
        ],
        schema=Rejects.create_empty().schema,
    )


def take_inventory(data_dir: Path, folder: str, *, max_bytes: int = MAX_BYTES) -> Inventory:
    """Hashes every *.txt file below `data_dir/folder`; of equal contents, the first path stands for all.

    Hidden files are passed over silently. Raises MissingInbox when there is no such folder.
    """
    inbox = data_dir / folder
    if not inbox.is_dir():
        raise MissingInbox(f"There is no folder {inbox}. Put match reports (*.txt) there.")
    rows: list[tuple[str, str, int]] = []
    rejects: list[_Reject] = []
    unseen: list[str] = []
    first_path: dict[str, str] = {}
    for file, walk_error in _walk(inbox):
        path = _shown(file.relative_to(data_dir))
        if walk_error is not None:
            unseen.append(path + "/")
            rejects.append(_Reject(path, f"the folder could not be opened: {_explain(walk_error)}"))
            continue
        try:
            if os.fsencode(file) != str(file).encode("utf-8", "replace"):
                raise Unusable("the name of the file is not in UTF-8: give it another name")
            if file.suffix.lower() != ".txt":
                raise Unusable("not a .txt file: only those are read")
            document_id, byte_count = _hash(file, max_bytes)
        except Unusable as unusable:
            if unusable.is_passing:
                unseen.append(path)
            rejects.append(_Reject(path, unusable.reason))
            continue
        if document_id in first_path:
            same = first_path[document_id]
            rejects.append(_Reject(path, f"the same text as {same}, which is read instead", document_id))
            continue
        first_path[document_id] = path
        rows.append((document_id, path, byte_count))
    files = pl.DataFrame(rows, schema=INVENTORY, orient="row")
    return Inventory(files, reject_rows(rejects), tuple(unseen))


def inbox_state(data_dir: Path, folder: str) -> tuple[str, float]:
    """Names, sizes and times of all files in an inbox as one short text, and the time of the newest change.

    Reads no file, so that it can be asked every minute. Raises MissingInbox.
    """
    inbox = data_dir / folder
    if not inbox.is_dir():
        raise MissingInbox(f"There is no folder {inbox}. Put match reports (*.txt) there.")
    digest = hashlib.sha256()
    newest = 0.0
    for file, _ in _walk(inbox):
        try:
            status = file.stat()
        except OSError:
            continue
        digest.update(os.fsencode(file) + f"\0{status.st_size} {status.st_mtime_ns}\0".encode())
        newest = max(newest, status.st_mtime)
    return digest.hexdigest(), newest


def batches(
    files: pl.DataFrame, *, max_documents: int = BATCH_DOCUMENTS, max_bytes: int = BATCH_BYTES
) -> Iterator[pl.DataFrame]:
    """Cuts an inventory into pieces of bounded size, in order; a single large file is a piece of its own."""
    begin = size = 0
    for position, byte_count in enumerate(files["byte_count"]):
        if position > begin and (position - begin >= max_documents or size + byte_count > max_bytes):
            yield files[begin:position]
            begin, size = position, 0
        size += byte_count
    if begin < files.height:
        yield files[begin:]


def read_documents(
    data_dir: Path, files: pl.DataFrame, *, source: str = "report", max_bytes: int = MAX_BYTES
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Reads the files of (a part of) an inventory.

    Returns documents (document_id, source, path, text, char_count, byte_count) and rows of `raw.rejects`. The
    text is in NFC, its lines end in \\n, its spaces are plain. A file that changed since the inventory is taken as
    it is now; one that has vanished gives a reject.
    """
    rows: list[tuple[str, str, str, str, None, int]] = []
    rejects: list[_Reject] = []
    # Files are opened one at a time, since each may fail for a reason of its own; texts are cleaned all at once.
    for document_id, path in files.select("document_id", "path").iter_rows():
        try:
            content = _content(data_dir / path, max_bytes)
            document_id = hashlib.sha256(content).hexdigest()
            rows.append((document_id, source, path, decode(content), None, len(content)))
        except Unusable as unusable:
            rejects.append(_Reject(path, unusable.reason, document_id, unusable.line_no))
    documents = pl.DataFrame(rows, schema=DOCUMENTS, orient="row").unique(
        "document_id", keep="first", maintain_order=True
    )
    documents = documents.with_columns(text=_clean(pl.col("text")))
    documents = documents.with_columns(char_count=pl.col("text").str.len_chars().cast(pl.Int32))
    return documents, reject_rows(rejects)


def decode(content: bytes) -> str:
    """The text of a file; raises Unusable with a reason when it is none.

    Read are UTF-8, and UTF-16 and UTF-32 when they say so by a byte order mark. Older encodings are not guessed:
    a wrong guess turns a player's name into another name, and nobody would notice.
    """
    if not content.strip():
        raise Unusable("the file is empty" if not content else "the file holds only white space")
    for signature, what in _KNOWN_FORMATS:
        if content.startswith(signature):
            raise Unusable(f"{what}, not a plain text: save it as UTF-8 text")
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and b"\x00" not in content:
            line_no = content.count(b"\n", 0, error.start) + 1
            raise Unusable(
                f"not in UTF-8: byte 0x{content[error.start]:02x} in line {line_no} stands for no character; "
                "save the file as UTF-8",
                line_no=line_no,
            ) from error
        what = "binary, not a text" if encoding == "utf-8" else f"damaged: it says it is {encoding}, but is not"
        raise Unusable(f"the file is {what}") from error
    text = text.removesuffix("\x1a")
    if control := _CONTROL.search(text):
        line_no = text.count("\n", 0, control.start()) + 1
        raise Unusable(
            f"the file is binary, not a text: control character 0x{ord(control.group()):02x} in line {line_no}",
            line_no=line_no,
        )
    if not text.strip("\ufeff \t\r\n"):
        raise Unusable("the file holds only white space")
    return text


def _clean(text: pl.Expr) -> pl.Expr:
    """One way to write what looks the same: NFC, \\n, plain spaces, nothing invisible."""
    return (
        text.str.replace_all(_LINE_ENDS, "\n")
        .str.replace_all(_SPACES, " ")
        .str.replace_all(_INVISIBLE, "")
        .str.normalize("NFC")
    )


def _walk(inbox: Path) -> Iterator[tuple[Path, OSError | None]]:
    """Every visible file below a folder, in order of path; a folder that cannot be opened comes with its error."""
    errors: list[OSError] = []
    for folder, folders, files in os.walk(inbox, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(folder, name), None
        # A link to a folder is a name that os.walk lists but does not enter.
        for name in folders:
            if Path(folder, name).is_symlink():
                yield Path(folder, name), OSError(errno.ELOOP, "a link to a folder is not followed")
    for error in errors:
        yield Path(os.fsdecode(error.filename)), error


def _hash(file: Path, max_bytes: int) -> tuple[str, int]:
    content = _content(file, max_bytes)
    return hashlib.sha256(content).hexdigest(), len(content)


def _content(file: Path, max_bytes: int) -> bytes:
    """All bytes of a file, at most one more than allowed however large it is or grows."""
    try:
        status = file.stat()
        # Opening a pipe would wait for somebody to write.
        if not stat.S_ISREG(status.st_mode):
            raise Unusable("not a plain file")
        with file.open("rb") as opened:
            content = opened.read(max_bytes + 1)
    except FileNotFoundError as error:
        if file.is_symlink():
            raise Unusable("a link to a file that is not there") from error
        raise Unusable("the file vanished while it was being read") from error
    except OSError as error:
        raise Unusable(f"the file could not be read: {_explain(error)}", is_passing=True) from error
    if len(content) > max_bytes:
        size, limit = status.st_size / 2**20, max_bytes / 2**20
        raise Unusable(f"too large for a report: {size:,.1f} MB, the limit is {limit:,.1f} MB")
    return content


def _explain(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no permission"
    return (error.strerror or str(error)).lower()


def _shown(path: Path) -> str:
    """A path as text; bytes that are not UTF-8 are shown as escapes, for no table could hold them."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
