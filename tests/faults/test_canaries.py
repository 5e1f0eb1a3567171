"""No private text stands on disk unsealed: every byte of the data folder is searched for planted canaries."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.server import Server, server

CANARIES = {
    "content": "zanzibarcanary",
    "tag": "quetzaltagcanary",
    "title": "wolverinetitlecanary",
    "notes": "narwhalnotescanary",
    "person": "Ocelotpersoncanary",
    "goal": "pangolingoalcanary",
    "query": "axolotlquerycanary",
    "email": "marmosetcanary@example.org",
    "name": "Capybara Canaryname",
    "key": "lemurkeycanary",
    "invalid": "iguanainvalidcanary",
}


def live(running: Server) -> None:
    """A person's day, with a canary in every private place, errors included."""
    given = {"email": CANARIES["email"], "password": "a quite long passphrase", "display_name": CANARIES["name"]}
    token = running.call("POST", "/auth/register", given)["access_token"]

    def call(method: str, path: str, body: Any = None) -> Any:
        return running.call(method, path, body, token)

    content = f"I need to call {CANARIES['person']} about the {CANARIES['content']} tomorrow at 9, it costs 40 euros"
    thought = call("POST", "/thoughts", {"content": content, "tags": [CANARIES["tag"]]})
    call("PATCH", f"/thoughts/{thought['id']}", {"content": content + " again"})
    task = call("POST", "/tasks", {"title": CANARIES["title"], "notes": CANARIES["notes"], "tags": [CANARIES["tag"]]})
    call("POST", f"/tasks/{task['id']}/complete", {})
    call("POST", "/goals", {"title": CANARIES["goal"], "vision": CANARIES["notes"]})
    call("POST", "/quick-add", {"text": f"buy {CANARIES['title']} tomorrow #{CANARIES['tag']} @{CANARIES['person']}"})
    call("POST", "/api-keys", {"name": CANARIES["key"], "scopes": ["thoughts:read"]})
    call("GET", f"/search?q={CANARIES['query']}")
    call("GET", f"/search?q={CANARIES['content']}")
    call("GET", f"/thoughts?tag={CANARIES['tag']}&q={CANARIES['content']}")
    running.call_failing("POST", "/thoughts", {"content": 5, CANARIES["invalid"]: CANARIES["invalid"]}, token)
    running.call_failing("POST", "/auth/login", {"email": CANARIES["email"], "password": CANARIES["invalid"]})
    deadline = time.monotonic() + 60
    while call("GET", "/thoughts?analysis_state=pending")["items"] and time.monotonic() < deadline:
        time.sleep(0.1)
    call("DELETE", f"/thoughts/{thought['id']}")
    call("POST", "/checks", {})


def found_in(folder: Path) -> Iterator[tuple[str, str]]:
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            data = file.read_bytes().lower()
            for name, canary in CANARIES.items():
                for form in (
                    canary.lower().encode(),
                    canary.lower().encode("utf-16-le"),
                    canary.lower().encode().hex().encode(),
                ):
                    if form in data:
                        yield name, str(file.relative_to(folder))


def test_no_canary_is_found_in_the_data_folder() -> None:
    with server(log_level="debug") as running:
        live(running)
        assert sorted(set(found_in(running.data))) == []
        running.stop()
        assert sorted(set(found_in(running.data))) == []
        planted = running.data / "planted"
        planted.write_text(f"… {CANARIES['content']} …")
        assert list(found_in(running.data)) == [("content", "planted")]
