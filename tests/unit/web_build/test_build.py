"""Building replaces the app whole or not at all, and says what to do when it cannot."""

from threading import Thread

import pytest

from tests.fixtures.waiting import until
from tests.unit.web_build.conftest import LOCKED, Checkout


@pytest.fixture(autouse=True)
def node(checkout: Checkout) -> None:
    checkout.put_node("v22.20.0")


@pytest.fixture
def built(checkout: Checkout) -> Checkout:
    """With an app from before."""
    checkout.dist.mkdir()
    (checkout.dist / "index.html").write_text("the app of yesterday")
    return checkout


def test_what_was_built_takes_the_place_of_the_one_before(built: Checkout) -> None:
    (built.dist / "gone.js").touch()
    built.build()
    assert [(path.name, path.read_text()) for path in built.dist.iterdir()] == [("index.html", "the app")]
    assert list(built.dist.parent.iterdir()) == [built.dist]
    assert built.said == ["fetching its packages", "building", "compressing"]


def test_it_is_built_for_production_whatever_the_shell_says(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NODE_ENV", "development")
    checkout.build()
    assert {line for line in checkout.asked() if "NODE_ENV" in line} == {"NODE_ENV=unset"}


def test_a_slow_build_leaves_the_app_in_place_meanwhile(built: Checkout) -> None:
    waits = built.tell("run.waits")
    working = Thread(target=built.build)
    working.start()
    until(lambda: any(line.startswith("run") for line in built.asked()))
    assert (built.dist / "index.html").read_text() == "the app of yesterday"
    waits.unlink()
    working.join(10)
    assert (built.dist / "index.html").read_text() == "the app"


def test_a_failed_build_leaves_the_app_in_place_and_shows_why(built: Checkout) -> None:
    built.tell("run.fails", "src/main.ts: Unexpected token\n    at async build (vite.js:1:1)")
    with pytest.raises(built.module.WebError, match=r"`npm run build` failed:\n.*Unexpected token$"):
        built.build()
    assert (built.dist / "index.html").read_text() == "the app of yesterday"


def test_no_network_is_called_so(checkout: Checkout) -> None:
    checkout.tell(
        "ci.fails",
        "npm http fetch GET https://a.b/react attempt 3 failed with ENOTFOUND\nnpm error Exit handler never called!",
    )
    with pytest.raises(checkout.module.WebError, match=r"reaches no package registry \(ENOTFOUND\).*network") as raised:
        checkout.build()
    assert "npm error" not in str(raised.value)


def test_a_build_that_makes_nothing_has_failed(checkout: Checkout) -> None:
    checkout.put_node("v22.20.0", npm="#!/bin/sh\n")
    with pytest.raises(checkout.module.WebError, match=r"no web/dist/index\.html"):
        checkout.build()
    assert not checkout.dist.exists()


def test_packages_are_fetched_only_where_some_are_missing(checkout: Checkout) -> None:
    there = {name: entry for name, entry in LOCKED.items() if "react" in name}
    checkout.lock("node_modules/.package-lock.json", there)
    checkout.module.install(checkout.said.append, tools=False)
    assert checkout.asked() == []
    checkout.module.install(checkout.said.append, tools=True)
    assert {"ci", "--ignore-scripts", "--include=dev"} <= set(checkout.asked()[0].split())


def test_packages_of_another_version_are_replaced(checkout: Checkout) -> None:
    checkout.lock("node_modules/.package-lock.json", LOCKED | {"node_modules/react": {"version": "18.0.0"}})
    checkout.module.install(checkout.said.append, tools=False)
    assert {"ci", "--ignore-scripts", "--omit=dev"} <= set(checkout.asked()[0].split())


def test_what_is_built_follows_from_its_sources_alone(checkout: Checkout) -> None:
    for name in ("src/features/today.tsx", "public/icon.svg", "vite.config.ts", "index.html"):
        checkout.write(name, "")
    for name in ("tests/journeys/today.test.ts", "node_modules/react/index.js", "dist/index.html"):
        checkout.write(name, "")
    inside = [path.relative_to(checkout.web) for path in checkout.module.sources() if checkout.web in path.parents]
    assert {str(path) for path in inside} == {
        *("src/main.ts", "src/features/today.tsx", "public/icon.svg"),
        *("vite.config.ts", "index.html", "package-lock.json"),
    }
