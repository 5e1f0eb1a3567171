"""Bringing files in: what is kept, found, brought up to date, undone and forgotten."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from selfos.features.sources import text_of
from selfos.features.sources.service import LARGEST_UPLOAD
from selfos.surfaces.rest.edge import MAX_BODY
from tests.fixtures.house import House
from tests.fixtures.papers import archive, locked, page, pdf
from tests.integration.sources.conftest import Import

VAULT = {
    "Trips/Lisbon.md": "---\ntags: [travel]\ndate: 2026-03-05\n---\n# Lisbon\nWe ate [[Octopus]] at the harbour.",
    "Octopus.md": "Cook the octopus slowly, then grill it.",
    ".obsidian/app.md": "hidden",
}


async def found(person: httpx.AsyncClient, words: str) -> list[dict[str, Any]]:
    answer = await person.get("/search", params={"q": words, "kinds": "source_part", "mode": "text"})
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def listed(person: httpx.AsyncClient, **query: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await person.get("/sources", params=query)).json()["items"]
    return items


def counts(imported: dict[str, Any]) -> tuple[int, int, int, int]:
    return imported["created"], imported["updated"], imported["unchanged"], len(imported["problems"])


async def test_a_vault_is_brought_in_and_found(bring: Import, person: httpx.AsyncClient) -> None:
    imported = await bring("Vault.zip", archive(VAULT))
    assert (imported["state"], counts(imported)) == ("done", (2, 0, 0, 0))
    (hit,) = await found(person, "harbour")
    assert hit["title"] == "Lisbon"
    assert hit["at"].startswith("2026-03-0")
    source = (await person.get(f"/sources/{hit['record']['source_id']}")).json()
    assert source["origin"] == "Vault/Trips/Lisbon.md"
    assert source["tags"] == ["travel"]
    assert source["links"] == ["Octopus"]
    assert source["provenance"] == hit["record"]["provenance"] == "outside"
    assert [s["id"] for s in await listed(person, tag="travel")] == [source["id"]]
    assert [s["id"] for s in await listed(person, import_id=imported["id"], q="lisbon")] == [source["id"]]


async def test_the_same_again_changes_nothing_and_what_changed_is_brought_up_to_date(
    bring: Import, person: httpx.AsyncClient
) -> None:
    await bring("Vault.zip", archive(VAULT))
    again = await bring("Vault.zip", archive(VAULT))
    assert (counts(again), again["change_id"]) == ((0, 0, 2, 0), None)
    changed = await bring("Vault.zip", archive({**VAULT, "Octopus.md": "Freeze the squid first."}))
    assert counts(changed) == (0, 1, 1, 0)
    assert await found(person, "grill") == []
    assert len(await found(person, "squid")) == 1
    assert len(await listed(person)) == 2


async def test_the_same_content_from_elsewhere_is_no_second_source(bring: Import) -> None:
    imported = await bring("Vault.zip", archive({"a.md": "the very same", "copy of a.md": "the very same"}))
    assert counts(imported) == (1, 0, 1, 0)
    assert counts(await bring("other.md", b"the very same")) == (0, 0, 1, 0)


async def test_an_import_is_undone_and_done_again_as_one_change(bring: Import, person: httpx.AsyncClient) -> None:
    await bring("Vault.zip", archive(VAULT))
    changed = await bring("Vault.zip", archive({"Octopus.md": "Freeze the squid first.", "New.md": "Something new."}))
    undone = await person.post("/undo", json={"change_id": changed["change_id"]})
    assert undone.status_code == 200, undone.text
    assert len(await found(person, "grill")) == 1
    assert await found(person, "squid") == []
    assert await found(person, "something") == []
    redone = await person.post("/undo", json={"change_id": undone.headers["Selfos-Change"]})
    assert redone.status_code == 200, redone.text
    assert await found(person, "grill") == []
    assert len(await found(person, "squid")) == 1
    assert (await person.get(f"/source-imports/{changed['id']}")).json()["state"] == "done"


async def test_the_last_thing_done_is_the_import(bring: Import, person: httpx.AsyncClient) -> None:
    await bring("Vault.zip", archive(VAULT))
    await person.post("/undo", json={})
    assert await listed(person) == []
    assert await found(person, "harbour") == []


async def test_parts_live_and_die_with_their_source(bring: Import, person: httpx.AsyncClient) -> None:
    await bring("Vault.zip", archive(VAULT))
    (hit,) = await found(person, "harbour")
    source = f"/sources/{hit['record']['source_id']}"
    await person.delete(source)
    assert await found(person, "harbour") == []
    await person.post(f"{source}/restore")
    assert len(await found(person, "harbour")) == 1
    await person.patch(source, json={"title": "Portugal"})
    assert [hit["title"] for hit in await found(person, "harbour")] == ["Portugal · Lisbon"]
    assert (await person.post(f"{source}/erase")).status_code == 200
    assert await found(person, "harbour") == []
    assert (await person.get(f"/source-parts/{hit['id']}")).status_code == 404


async def test_what_was_restored_is_the_present_text_alone(bring: Import, person: httpx.AsyncClient) -> None:
    await bring("a.md", b"the former words")
    await bring("a.md", b"the later words")
    (source,) = await listed(person)
    await person.delete(f"/sources/{source['id']}")
    await person.post(f"/sources/{source['id']}/restore")
    assert await found(person, "former") == []
    assert len(await found(person, "later")) == 1


async def test_a_book_is_cut_into_parts_that_say_where_they_stand(
    house: House, bring: Import, person: httpx.AsyncClient
) -> None:
    lines = [[f"On page {n} the gardener waters tree number {n} once more {k}" for k in range(30)] for n in range(1, 7)]
    imported = await bring("Garden.pdf", pdf([*lines, ["The pomegranate stands alone."]], "The garden"))
    assert (imported["state"], imported["done"], imported["total"]) == ("done", 7, 7)
    (hit, *_) = await found(person, "pomegranate")
    assert hit["title"] == "The garden · pages 5–7"
    (source,) = await listed(person)
    query = {"source_id": source["id"], "sort": "number", "order": "asc"}
    parts = (await person.get("/source-parts", params=query)).json()["items"]
    assert [part["number"] for part in parts] == list(range(1, source["parts"] + 1))
    assert all(len(part["text"]) <= 4000 for part in parts)
    space = UUID((await person.get("/auth/me")).json()["space_id"])
    text = await text_of(house.runtime, space, UUID(source["id"]))
    assert text.startswith("On page 1")
    assert text.endswith("stands alone.")
    assert (await text_of(house.runtime, space, UUID(source["id"]), most=100)) == text[:100]


async def test_devices_carry_the_source_and_not_its_text(bring: Import, person: httpx.AsyncClient) -> None:
    await bring("Vault.zip", archive(VAULT))
    (space,) = (await person.get("/sync/bootstrap")).json()["spaces"]
    assert "source" in space["records"]
    assert "source_part" not in space["records"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.pdf", locked(pdf([["text"]])), "is protected by a password"),
        ("x.pdf", b"%PDF-1.4 rubbish", "is damaged"),
        ("x.zip", archive({"a.md": "x" * 9000})[:90], "is a damaged archive"),
        ("x.txt", "Grüße".encode("latin-1"), "is not UTF-8 text; save it as UTF-8 first"),
        ("x.exe", b"MZ", "is neither Markdown nor text nor PDF nor a web page"),
        ("x.md", b"---\ntitle: nothing else\n---\n", "has no text"),
    ],
)
async def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(
    bring: Import, person: httpx.AsyncClient, name: str, content: bytes, message: str
) -> None:
    imported = await bring(name, content)
    assert imported["state"] == "failed"
    assert imported["problems"] == [{"file": name, "message": message}]
    assert await listed(person) == []


async def test_one_bad_file_does_not_stop_the_others(bring: Import) -> None:
    imported = await bring("V.zip", archive({"bad.txt": b"\xff\xfa\xfb", "good.md": "Good.", "page.html": _page()}))
    assert (imported["state"], counts(imported)) == ("done", (2, 0, 0, 1))
    assert imported["problems"][0]["file"] == "V/bad.txt"


def _page() -> bytes:
    return page("Figs", [f"Figs like the sun, and a wall behind them, year {n}." for n in range(9)])


async def test_an_upload_is_bounded_and_only_there(person: httpx.AsyncClient) -> None:
    large = await person.post("/sources/import", params={"name": "x.pdf"}, content=b"0" * (LARGEST_UPLOAD + 1))
    assert large.status_code == 413
    elsewhere = await person.post("/thoughts", content=b"0" * (MAX_BODY + 1))
    assert elsewhere.status_code == 413


async def test_an_upload_needs_a_name_and_a_content(person: httpx.AsyncClient) -> None:
    nameless = await person.post("/sources/import", content=b"x")
    assert (nameless.status_code, nameless.json()["errors"][0]["field"]) == (422, "name")
    empty = await person.post("/sources/import", params={"name": "x.md"}, content=b"")
    assert (empty.status_code, empty.json()["errors"][0]["field"]) == (422, "content")


async def test_the_same_upload_under_one_key_is_done_once(house: House, person: httpx.AsyncClient) -> None:
    sent: dict[str, Any] = {"params": {"name": "x.md"}, "headers": {"Idempotency-Key": "one"}}
    first = await person.post("/sources/import", content=b"words", **sent)
    again = await person.post("/sources/import", content=b"words", **sent)
    assert again.json()["id"] == first.json()["id"]
    assert (await person.post("/sources/import", content=b"other", **sent)).status_code == 422
    await house.drain()


async def test_an_uploaded_file_waits_sealed_and_is_gone_afterwards(house: House, person: httpx.AsyncClient) -> None:
    space = UUID((await person.get("/auth/me")).json()["space_id"])
    await person.post("/sources/import", params={"name": "x.md"}, content=b"a canary in the upload")
    query = "SELECT sealed FROM source_files WHERE space_id = $1"
    async with house.runtime.database.space(space, read_only=True) as connection:
        (row,) = await connection.fetch(query, space)
    assert b"canary" not in row["sealed"]
    await house.drain()
    async with house.runtime.database.space(space, read_only=True) as connection:
        assert await connection.fetch(query, space) == []


async def test_an_import_that_was_taken_back_before_it_began_brings_nothing(
    house: House, person: httpx.AsyncClient
) -> None:
    answer = await person.post("/sources/import", params={"name": "x.md"}, content=b"words")
    await person.delete(f"/source-imports/{answer.json()['id']}")
    await house.drain()
    assert await listed(person) == []


async def test_a_pasted_text_is_a_source_at_once(house: House, person: httpx.AsyncClient) -> None:
    given = {"text": "Feed the sourdough\nevery morning.", "own": True, "tags": ["bread"]}
    created = await person.post("/sources", json=given)
    assert created.status_code == 201, created.text
    assert (created.json()["title"], created.json()["provenance"]) == ("Feed the sourdough", "own")
    assert (await person.post("/sources", json=given)).json()["id"] == created.json()["id"]
    assert len(await found(person, "sourdough")) == 1
    await house.drain()


@pytest.mark.parametrize("text", ["", "  \n ", "\u0000"])
async def test_a_pasted_text_says_something(person: httpx.AsyncClient, text: str) -> None:
    answer = await person.post("/sources", json={"text": text})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "text")
