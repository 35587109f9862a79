"""Every way in which a file can fail to be a text, and that all others are read all the same."""

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import documents

MB = 2**20


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text("Ajax 2-1 Roma", encoding="utf-8")
    return folder


def read(inbox: Path, **options) -> tuple[dict[str, str], dict[str, str]]:
    """Text by path of all that was read, reason by path of all that was not."""
    inventory = documents.take_inventory(inbox.parent, inbox.name, **options)
    read, rejects = documents.read_documents(inbox.parent, inventory.files, **options)
    return dict(read.select("path", "text").iter_rows()), dict(
        inventory.rejects.vstack(rejects).select("path", "reason").iter_rows()
    )


BAD_FILES = {
    "no bytes": (b"", "the file is empty"),
    "white space": (b" \n\t\r\n", "the file holds only white space"),
    "a mark and nothing else": (b"\xef\xbb\xbf\n", "the file holds only white space"),
    "random bytes": (b"\x93\x00\xff\xfe\x00\x10" * 50, "the file is binary, not a text"),
    "zeros": (b"Ajax\x00 2-1", "the file is binary, not a text: control character 0x00 in line 1"),
    "an escape": (b"Ajax\n2-1 \x1b[1mRoma", "the file is binary, not a text: control character 0x1b in line 2"),
    "UTF-16 without a mark": ("Ajax".encode("utf-16-le"), "the file is binary, not a text: control character 0x00"),
    "UTF-16 cut off": (b"\xff\xfeA\x00\x00\xd8", "the file is damaged: it says it is utf-16, but is not"),
    "Latin-1": (
        "Ajax 2-1 Roma\nTchouaméni scored".encode("latin-1"),
        "not in UTF-8: byte 0xe9 in line 2 stands for no character; save the file as UTF-8",
    ),
    "a PDF": (b"%PDF-1.7 ...", "a PDF file, not a plain text: save it as UTF-8 text"),
    "a Word file": (b"PK\x03\x04...", "a zipped file, as .docx and .odt are, not a plain text"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_refused_with_a_reason_and_the_good_one_is_read(inbox: Path, name: str):
    content, reason = BAD_FILES[name]
    (inbox / "bad.txt").write_bytes(content)
    texts, rejects = read(inbox)
    assert texts == {"reports/good.txt": "Ajax 2-1 Roma"}
    assert list(rejects) == ["reports/bad.txt"]
    assert rejects["reports/bad.txt"].startswith(reason)


def test_the_line_of_the_first_bad_byte_is_told(inbox: Path):
    (inbox / "bad.txt").write_bytes("one\ntwo\nthree é".encode("latin-1"))
    inventory = documents.take_inventory(inbox.parent, "reports")
    _, rejects = documents.read_documents(inbox.parent, inventory.files)
    assert rejects["line_no"].to_list() == [3]


def test_a_file_of_fifty_megabytes_is_refused_without_being_read(inbox: Path):
    with (inbox / "large.txt").open("wb") as large:
        large.truncate(50 * MB)
    texts, rejects = read(inbox)
    assert list(texts) == ["reports/good.txt"]
    assert rejects == {"reports/large.txt": "too large for a report: 50.0 MB, the limit is 5.0 MB"}


def test_a_file_as_large_as_the_limit_is_read(inbox: Path):
    (inbox / "full.txt").write_bytes(b"x" * MB)
    texts, rejects = read(inbox, max_bytes=MB)
    assert len(texts) == 2
    assert not rejects
    (inbox / "full.txt").write_bytes(b"x" * (MB + 1))
    assert list(read(inbox, max_bytes=MB)[1]) == ["reports/full.txt"]


def test_a_file_that_vanishes_between_listing_and_reading(inbox: Path):
    vanishing = inbox / "vanishing.txt"
    vanishing.write_text("Roma 0-0 Ajax")
    inventory = documents.take_inventory(inbox.parent, "reports")
    vanishing.unlink()
    read, rejects = documents.read_documents(inbox.parent, inventory.files)
    assert read["path"].to_list() == ["reports/good.txt"]
    assert rejects["reason"].to_list() == ["the file vanished while it was being read"]


def test_a_file_that_changes_between_listing_and_reading_is_taken_as_it_is_now(inbox: Path):
    inventory = documents.take_inventory(inbox.parent, "reports")
    (inbox / "good.txt").write_text("Ajax 3-1 Roma")
    read, _ = documents.read_documents(inbox.parent, inventory.files)
    assert read.row(0, named=True)["document_id"] == hashlib.sha256(b"Ajax 3-1 Roma").hexdigest()


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch):
    """Makes a path unreadable for whoever runs the tests: root may read whatever the mode says."""
    refused: list[Path] = []
    real_open, real_scandir = Path.open, os.scandir

    def guard(path: object) -> None:
        if Path(os.fspath(path)) in refused:  # type: ignore[arg-type]
            raise PermissionError(13, "Permission denied", os.fspath(path))  # type: ignore[arg-type]

    def guarded_open(self: Path, *arguments, **options):
        guard(self)
        return real_open(self, *arguments, **options)

    def guarded_scandir(path="."):
        guard(path)
        return real_scandir(path)

    monkeypatch.setattr(Path, "open", guarded_open)
    monkeypatch.setattr(os, "scandir", guarded_scandir)
    return refused.append


def test_an_unreadable_file_and_folder_are_told_and_remembered_as_unseen(inbox: Path, unreadable):
    (inbox / "secret.txt").write_text("Roma 0-0 Ajax")
    (inbox / "closed").mkdir()
    (inbox / "closed" / "inside.txt").write_text("Roma 4-0 Ajax")
    unreadable(inbox / "secret.txt")
    unreadable(inbox / "closed")
    inventory = documents.take_inventory(inbox.parent, "reports")
    assert inventory.files["path"].to_list() == ["reports/good.txt"]
    assert dict(inventory.rejects.select("path", "reason").iter_rows()) == {
        "reports/secret.txt": "the file could not be read: no permission",
        "reports/closed": "the folder could not be opened: no permission",
    }
    assert set(inventory.unseen) == {"reports/secret.txt", "reports/closed/"}


def test_what_is_no_plain_text_file_is_told(inbox: Path):
    (inbox / "table.csv").write_text("a,b")
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "lost.txt").symlink_to(inbox / "nowhere.txt")
    (inbox / "elsewhere").symlink_to(inbox.parent)
    (inbox / "folder.txt").mkdir()
    Path(os.fsdecode(os.fsencode(inbox) + b"/na\xefve.txt")).write_text("Roma 0-0 Ajax")
    (inbox / ".hidden").write_text("left alone")
    texts, rejects = read(inbox)
    assert list(texts) == ["reports/good.txt"]
    assert rejects == {
        "reports/table.csv": "not a .txt file: only those are read",
        "reports/pipe.txt": "not a plain file",
        "reports/lost.txt": "a link to a file that is not there",
        "reports/elsewhere": "the folder could not be opened: a link to a folder is not followed",
        "reports/na\\xefve.txt": "the name of the file is not in UTF-8: give it another name",
    }


def test_folders_are_searched_and_equal_contents_read_once(inbox: Path):
    (inbox / "2026").mkdir()
    (inbox / "2026" / "copy.TXT").write_text("Ajax 2-1 Roma")
    (inbox / "2026" / "other.TXT").write_text("Roma 0-0 Ajax")
    texts, rejects = read(inbox)
    assert texts == {"reports/good.txt": "Ajax 2-1 Roma", "reports/2026/other.TXT": "Roma 0-0 Ajax"}
    assert rejects == {"reports/2026/copy.TXT": "the same text as reports/good.txt, which is read instead"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_say_what_they_are_give_the_same_text(inbox: Path, encoding: str):
    (inbox / "good.txt").write_bytes("Tchouaméni – Şahin’s 2–1".encode(encoding))
    assert read(inbox)[0]["reports/good.txt"] == "Tchouaméni – Şahin’s 2–1"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("one\r\ntwo\rthree\x0cfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("2\u00a0–\u202f1", "2 – 1"),
        ("Dort\u00admund\u200b \ufeffwon", "Dortmund won"),
        ("Tchouame\u0301ni", "Tchouaméni"),
        ("the end\x1a", "the end"),
    ],
)
def test_what_looks_the_same_is_written_the_same(inbox: Path, written: str, text: str):
    (inbox / "good.txt").write_text(written, encoding="utf-8", newline="")
    assert read(inbox)[0]["reports/good.txt"] == text


def test_lengths_and_hash_are_those_of_text_and_file(inbox: Path):
    content = "Tchouame\u0301ni\r\n".encode()
    (inbox / "good.txt").write_bytes(content)
    inventory = documents.take_inventory(inbox.parent, "reports")
    read, _ = documents.read_documents(inbox.parent, inventory.files)
    assert read.row(0, named=True) == {
        "document_id": hashlib.sha256(content).hexdigest(),
        "source": "report",
        "path": "reports/good.txt",
        "text": "Tchouaméni\n",
        "char_count": 11,
        "byte_count": len(content),
    }


@given(st.binary(max_size=200))
def test_any_bytes_are_a_clean_text_or_a_reason(content: bytes):
    try:
        text = documents.decode(content)
    except documents.Unusable as unusable:
        assert unusable.reason
    else:
        assert text.strip()
        assert not [c for c in text if unicodedata.category(c) == "Cc" and c not in "\t\n\r\x0b\x0c\x85"]


def test_a_missing_inbox_is_an_error_of_its_own(tmp_path: Path):
    with pytest.raises(documents.MissingInbox, match=r"There is no folder .*reports"):
        documents.take_inventory(tmp_path, "reports")


def test_batches_are_bounded_by_number_and_by_size(inbox: Path):
    for number in range(5):
        (inbox / f"{number}.txt").write_text(f"{number}" * 10)
    files = documents.take_inventory(inbox.parent, "reports").files
    assert [piece.height for piece in documents.batches(files, max_documents=4)] == [4, 2]
    assert [piece.height for piece in documents.batches(files, max_bytes=25)] == [2, 2, 2]
    assert [piece.height for piece in documents.batches(files, max_bytes=1)] == [1] * 6
    assert list(documents.batches(files[:0])) == []


def test_the_state_of_an_inbox_changes_with_its_files_alone(inbox: Path):
    def state() -> str:
        return documents.inbox_state(inbox.parent, "reports")[0]

    first = state()
    assert state() == first
    (inbox / "new.txt").write_text("x")
    assert state() != first
    (inbox / "new.txt").unlink()
    assert state() == first
