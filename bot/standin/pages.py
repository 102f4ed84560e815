"""Pages: the web page's files and its websocket, for one browser on this machine and nobody else."""

from __future__ import annotations

import base64
import hmac
import mimetypes
import re
from importlib import resources
from typing import TYPE_CHECKING

from aiohttp import web

from bot.standin.page_socket import PageSocket

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.standin.crowd import Crowd
    from bot.standin.hands import Hands
    from bot.standin.seal import Seal

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
NAMES = ("127.0.0.1", "localhost")
_FILE = re.compile(r"[\w-][\w.-]*(/[\w-][\w.-]*)*")


class Pages:
    """What a browser may ask for; any site can reach 127.0.0.1, so Host, Origin and a key are checked.

    The key is another one at each start; a window that has shown it gets a pass, so that it may come back
    after a restart.
    """

    def __init__(self, hands: Hands, crowd: Crowd, key: str, seal: Seal, port: Callable[[], int]) -> None:
        self._hands = hands
        self._crowd = crowd
        self._key = key
        self._seal = seal
        self._port = port
        self._sockets: set[PageSocket] = set()

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the page."""
        return [
            web.get("/ws", self._socket),
            web.get("/media/{id}/{name}", self._media),
            web.get("/{path:.*}", self._file),
        ]

    async def close(self) -> None:
        """Close the websockets of all pages."""
        for socket in tuple(self._sockets):
            await socket.close()

    @property
    def _cookie(self) -> str:
        # Cookies are shared by all ports of a machine: two stand-ins must not take each other's.
        return f"standin-{self._port()}"

    def _admit(self, request: web.Request) -> None:
        """Refuse with 403 what another site, another name for this machine or a stranger asks."""
        hosts = [f"{name}:{self._port()}" for name in NAMES]
        origin = request.headers.get("Origin")
        has_key = hmac.compare_digest(request.query.get("key", "").encode(), self._key.encode())
        if request.host not in hosts:
            raise web.HTTPForbidden(text="This name is not known here.", headers=HEADERS)
        if origin is not None and origin not in [f"http://{host}" for host in hosts]:
            raise web.HTTPForbidden(text="Other sites may not use this page.", headers=HEADERS)
        if not has_key and not self._seal.admits(request.cookies.get(self._cookie, "")):
            raise web.HTTPForbidden(text="Open the address that was printed at the start.", headers=HEADERS)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        self._admit(request)
        page = PageSocket(self._hands, self._crowd, request.query.get("as"))
        self._sockets.add(page)
        try:
            return await page.serve(request)
        finally:
            self._sockets.discard(page)

    async def _file(self, request: web.Request) -> web.Response:
        self._admit(request)
        path = request.match_info["path"] or "index.html"
        file = resources.files("bot.standin").joinpath("page", *path.split("/"))
        if not _FILE.fullmatch(path) or not file.is_file():
            raise web.HTTPNotFound(headers=HEADERS)
        type_ = mimetypes.guess_type(path)[0] or "application/octet-stream"
        text = "text" in type_ or "javascript" in type_
        answer = web.Response(
            body=file.read_bytes(), content_type=type_, charset="utf-8" if text else None, headers=HEADERS
        )
        if path == "index.html":
            answer.set_cookie(self._cookie, self._seal.issue(), samesite="Strict", httponly=True, path="/")
        return answer

    async def _media(self, request: web.Request) -> web.Response:
        self._admit(request)
        known = self._hands.stage.world.files.get(request.match_info["id"])
        if known is None:
            raise web.HTTPNotFound(headers=HEADERS)
        # Only pictures are shown; whatever else a bot sends is handed over as a download.
        shown = known["type"] in ("image/png", "image/jpeg", "image/gif", "image/webp")
        # A file never changes under its id.
        headers = {**HEADERS, "Cache-Control": "private, max-age=86400, immutable"}
        if not shown:
            headers["Content-Disposition"] = "attachment"
        type_ = known["type"] if shown else "application/octet-stream"
        return web.Response(body=base64.b64decode(known["base64"]), content_type=type_, headers=headers)
