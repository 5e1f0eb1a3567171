"""Files to documents: what is read, and what is said of files that cannot be."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfos.intelligence.documents import (
    Document,
    File,
    Format,
    Section,
    Unreadable,
    format_of,
    plain_text,
    read_markdown,
    reading_apart,
    split,
    unpacked,
)
from selfos.intelligence.documents import files as files_module
from selfos.intelligence.documents.splitting import LONGEST
from tests.fixtures.papers import archive, locked, page, pdf


def note(text: str, path: str = "notes/Trip.md") -> Document:
    return read_markdown(File(path, text.encode()))


def test_front_matter_gives_title_tags_and_day() -> None:
    read = note("---\ntitle: My trip\ntags: [Travel, portugal]\ndate: 2026-03-05\n---\nWe went.\n")
    assert (read.title, read.tags, read.written) == ("My trip", ("travel", "portugal"), datetime(2026, 3, 5))  # noqa: DTZ001
    assert [section.text for section in read.sections] == ["We went."]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("created: 2026-03-05T10:00:00+01:00", datetime.fromisoformat("2026-03-05T10:00:00+01:00")),
        ('date: "on 2026-03-05, late"', date(2026, 3, 5)),
        ("date: 2026-13-45", None),
        ("date: [2026]", None),
    ],
)
def test_days_are_told_in_many_ways(head: str, day: date | None) -> None:
    assert note(f"---\n{head}\n---\nWe went.").written == day


def test_a_daily_note_has_the_day_of_its_name() -> None:
    assert note("rain", "journal/2026-03-01.md").written == datetime(2026, 3, 1)  # noqa: DTZ001 - it names no zone


def test_what_looks_like_front_matter_and_is_none_stays_text() -> None:
    assert note("---\n: : broken [\n---\ntext").sections[0].text.startswith("---")
    assert note("---\njust a line between rules\n---\ntext").sections[0].text.startswith("---")


def test_aliases_of_aliases_do_not_grow() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    read = note("---\n" + "\n".join([*lines, "tags: *a11", "title: *a11"])[:3000] + "\n---\ntext")
    assert read.tags == ()
    assert len(read.title) <= 500


def test_wiki_links_are_read_as_words_and_kept() -> None:
    read = note("Saw [[Anna Berg|Anna]] in [[Lisbon#Food]] ![[photo.png]] [[#Later]].")
    assert read.sections[0].text == "Saw Anna in Lisbon photo.png Later."
    assert read.links == ("Anna Berg", "Lisbon", "photo.png")


def test_tags_stand_in_the_text_and_not_in_code_or_links() -> None:
    read = note("#trip and #home/garden but `#no` and [x](y#z) and C# and #1\n```\n#neither\n```\n")
    assert read.tags == ("trip", "home/garden")


def test_headings_name_the_places() -> None:
    read = note("# Lisbon\nhills\n## Food\nfish\n```\n# no heading\n```\n# Porto\nwine")
    assert read.title == "Lisbon"
    assert [section.place for section in read.sections] == ["Lisbon", "Lisbon / Food", "Porto"]


def test_other_encodings_are_refused_by_name() -> None:
    with pytest.raises(Unreadable, match="is not UTF-8 text"):
        plain_text(File("old.txt", "Grüße aus Köln".encode("latin-1")))
    assert plain_text(File("new.txt", "Grüße".encode("utf-16"))).sections[0].text == "Grüße"
    assert plain_text(File("marked.txt", "Grüße".encode("utf-8-sig"))).sections[0].text == "Grüße"


def test_an_archive_gives_its_readable_files() -> None:
    files = unpacked("Vault.zip", archive({"a/b.md": "x", ".obsidian/c.md": "x", "d.png": b"x", "__MACOSX/e.md": "x"}))
    assert [file.path for file in files] == ["Vault/a/b.md"]


def test_a_damaged_archive_is_refused() -> None:
    with pytest.raises(Unreadable, match="damaged archive"):
        unpacked("v.zip", archive({"a.md": "x" * 5000})[:100])


def test_bombs_are_stopped_by_what_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "LARGEST_FILE", 1000)
    monkeypatch.setattr(files_module, "LARGEST_SUM", 2500)
    monkeypatch.setattr(files_module, "_BLOCK", 100)
    (large,) = unpacked("v.zip", archive({"a.md": "0" * 5_000_000}))
    assert large.fault
    assert not large.content
    with pytest.raises(Unreadable, match="holds more than"):
        unpacked("v.zip", archive({f"{n}.md": "0" * 900 for n in range(3)}))
    monkeypatch.setattr(files_module, "MOST_FILES", 2)
    with pytest.raises(Unreadable, match="holds more than 2 files"):
        unpacked("v.zip", archive({f"{n}.md": "0" for n in range(3)}))


def test_a_locked_file_in_an_archive_says_so() -> None:
    content = bytearray(archive({"a.md": "secret"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        content[content.index(mark) + (6 if mark.endswith(b"\x04") else 8)] |= 1
    (file,) = unpacked("v.zip", bytes(content))
    assert file.fault == "is protected by a password"


def test_formats_are_told_by_beginning_and_name() -> None:
    assert format_of(File("x.txt", b"%PDF-1.7 ...")) is Format.PDF
    assert format_of(File("x.HTML", b"<p>")) is Format.WEB
    assert format_of(File("x.exe", b"MZ")) is None


async def read(kind: Format, file: File, seconds: float = 60) -> Document:
    return await reading_apart(kind, file, lambda _page, _pages: None, seconds)


async def test_a_pdf_has_a_section_for_each_page() -> None:
    told: list[tuple[int, int]] = []
    content = pdf([["The first page speaks of olive trees and their long"], ["lives."], []], "Olives")
    document = await reading_apart(Format.PDF, File("x.pdf", content), lambda *page: told.append(page))
    assert document.title == "Olives"
    assert [section.place for section in document.sections] == ["page 1", "page 2"]
    assert told[-1] == (3, 3)


async def test_lines_of_a_page_become_sentences() -> None:
    lines = [
        "This sentence is long enough to fill a line of the pa-",
        "per it was printed on and so it goes on",
        "here.",
    ]
    document = await read(Format.PDF, File("x.pdf", pdf([lines])))
    expected = "This sentence is long enough to fill a line of the paper it was printed on and so it goes on"
    assert document.sections[0].text.replace("\n", " ").startswith(expected)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.4 rubbish", "is damaged"),
        (pdf([["text"]] * 20)[:900], "is damaged"),
        (locked(pdf([["text"]])), "is protected by a password"),
        (pdf([[], []]), "has no text"),
    ],
)
async def test_pdfs_that_cannot_be_read_say_why(content: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        await read(Format.PDF, File("x.pdf", content))


async def test_a_parser_that_takes_too_long_is_ended() -> None:
    with pytest.raises(Unreadable, match="could not be read in"):
        await read(Format.PDF, File("x.pdf", pdf([["text"]])), seconds=0.01)


async def test_a_page_gives_its_article_and_its_day() -> None:
    html = page(
        "Figs", [f"Figs like the sun, and a wall behind them, year {n}." for n in range(9)], "2026-05-06T10:00Z"
    )
    document = await read(Format.WEB, File("https://example.org/figs", html))
    assert document.title == "Figs"
    assert document.written == datetime(2026, 5, 6, 10, tzinfo=UTC)
    text = document.sections[0].text
    assert "year 8" in text
    assert "Buy now" not in text
    assert "alert" not in text


async def test_a_page_without_text_says_so() -> None:
    with pytest.raises(Unreadable, match="has no text"):
        await read(Format.WEB, File("x.html", b"<html><body><script>draw()</script></body></html>"))


@given(st.lists(st.text(max_size=9000), max_size=6))
def test_parts_are_bounded_and_lose_no_word(texts: list[str]) -> None:
    sections = tuple(Section(text.strip()) for text in texts if text.strip())
    parts = split(Document("x", sections))
    assert all(0 < len(part.text) <= LONGEST for part in parts)
    assert "".join("".join(part.text for part in parts).split()) == "".join("".join(s.text for s in sections).split())


def test_parts_of_pages_say_which() -> None:
    pages = tuple(Section("word " * 300, f"page {n}") for n in range(1, 6))
    assert [part.place for part in split(Document("x", pages))] == ["pages 1–2", "pages 3–4", "page 5"]


def test_a_zip_within_a_zip_is_left_alone() -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("a.md", "x")
    assert unpacked("v.zip", archive({"inner.zip": inner.getvalue()})) == []
