"""A server on this machine that answers as Wikidata does, and goes wrong where a test says so."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from questions.importers import Download
from questions.importers.wikidata import download
from questions.imports.report import Report
from questions.imports.wikidata.fetching import AT_ONCE
from tests.questions.importers.wikidata_made import entity, film

Asked = dict[str, str]
Trouble = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Wikidata:
    """A server with some entities: what it was asked, and what goes wrong at its next answers."""

    address: str = ""
    entities: dict[str, dict[str, Any]] = field(default_factory=dict)
    series: dict[str, list[str]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    troubles: list[Trouble] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def fetch(self, folder: Path, *chosen: str) -> list[Path]:
        """Fetch from this server; a wait is noted instead of waited."""
        return self.download(folder, chosen, Report())

    @property
    def download(self) -> Download:
        """What fetches from this server instead of the real one; a wait is noted instead of waited."""
        return partial(
            download, api=f"{self.address}/api", query=f"{self.address}/sparql", wait=self.waited.append
        )

    def answer(self, asked: Asked) -> dict[str, Any]:
        """Return the answer to a call of wbgetentities or to a query for the films of a series."""
        if "query" in asked:
            words = asked["query"].split()
            series = next(word.removeprefix("wd:") for word in words if word.startswith("wd:"))
            start = int(words[-1])
            page = self.series[series][start : start + int(words[-3])]
            cells = [
                {"film": {"type": "uri", "value": f"http://www.wikidata.org/entity/{name}"}} for name in page
            ]
            return {"head": {"vars": ["film"]}, "results": {"bindings": cells}}
        ids = asked["ids"].split("|")
        assert len(ids) <= AT_ONCE
        kept = {"type", "id", *asked["props"].split("|")}
        return {
            "entities": {
                name: {key: said for key, said in self.entities[name].items() if key in kept}
                if name in self.entities
                else {"id": name, "missing": ""}
                for name in ids
            },
            "success": 1,
        }


def reply(handler: BaseHTTPRequestHandler, content: bytes, status: int = 200, **headers: str) -> None:
    """Send an answer."""
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(content)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


def busy(status: int, **headers: str) -> Trouble:
    """Return a trouble: the server answers with a status."""
    return lambda handler: reply(handler, b"slow down", status, **headers)


def lagging(handler: BaseHTTPRequestHandler) -> None:
    """Answer as Wikidata does when its copies lag behind."""
    reply(handler, b'{"error": {"code": "maxlag", "info": "Waiting for a copy: 7 seconds"}}', Retry_After="5")


def dropped(handler: BaseHTTPRequestHandler) -> None:
    """Break the connection in the middle of the answer."""
    reply(handler, b'{"entities": {"Q1"', Content_Length="5000")
    handler.close_connection = True


def no_json(handler: BaseHTTPRequestHandler) -> None:
    """Answer with a page instead of JSON."""
    reply(handler, b"<html>Our servers are under maintenance</html>")


def refusing(handler: BaseHTTPRequestHandler) -> None:
    """Answer that what was asked for cannot be had."""
    reply(handler, b'{"error": {"code": "no-such-entity", "info": "Could not find an entity"}}')


@contextmanager
def served() -> Iterator[Wikidata]:
    """Yield a server on this machine with two films, their people and a series."""
    told = Wikidata()

    class Handler(BaseHTTPRequestHandler):
        """Answers, or does the next trouble."""

        def do_GET(self) -> None:
            asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            told.asked.append(asked)
            told.agents.add(self.headers["User-Agent"])
            if told.troubles:
                told.troubles.pop(0)(self)
            else:
                reply(self, json.dumps(told.answer(asked)).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    made = [
        film("Q1", "Moth", P57="Q10", P179="Q90"),
        film("Q2", "Bee", P57="Q10", P161="Q11"),
        entity("Q10", "Ann"),
        entity("Q11", "Bo"),
        entity("Q90", "Moths"),
    ]
    told.entities = {one["id"]: one for one in made}
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    server.shutdown()
    thread.join()
    server.server_close()
