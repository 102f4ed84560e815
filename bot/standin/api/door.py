"""Door: every request to the API comes in here, is counted, checked, handed on, and its answer checked."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.standin.api import applications, channels, interactions, messages
from bot.standin.api.body import keep_files, read_body
from bot.standin.api.endpoint import Call, Endpoint
from bot.standin.errors import NOT_FOUND, UNAUTHORIZED, ApiError, Problem, invalid_body
from bot.standin.journal import Entry
from bot.standin.rates import GLOBAL, Spent
from bot.standin.traffic import DESCRIPTION, LIMITS, Check
from bot.standin.wire import Json, dumps

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.standin.interactions import Interactions
    from bot.standin.openapi import Description
    from bot.standin.stage import Stage

log = logging.getLogger(__name__)

ENDPOINTS: tuple[Endpoint, ...] = (
    *applications.ENDPOINTS,
    *channels.ENDPOINTS,
    *messages.ENDPOINTS,
    *interactions.ENDPOINTS,
)
PREFIX = "/api/v10"
VIA = {"Via": "1.1 google"}


@dataclass
class Door:
    """What requests pass through; `delay` is how many seconds each is held up, as by a slow network."""

    stage: Stage
    interactions: Interactions
    token: str
    gateway_url: Callable[[], str]
    base_url: Callable[[], str]
    description: Description | None = None
    delay: float = 0.0

    def routes(self) -> list[web.RouteDef]:
        """Return the API's routes, and one that refuses all other paths below its prefix."""
        known = [web.route(e.method, PREFIX + e.path, self._answering(e)) for e in ENDPOINTS]
        return [*known, web.route("*", PREFIX + "/{path:.*}", self._unknown)]

    def _answering(self, endpoint: Endpoint) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answer(request: web.Request) -> web.Response:
            headers = dict(VIA)
            body: Any = None
            checks: list[Check] = []
            try:
                await asyncio.sleep(self.delay)
                params = self._admit(endpoint, request, headers)
                body, files = await read_body(request)
                call = Call(
                    self.stage, self.interactions, params, dict(request.query), body, self.gateway_url()
                )
                self._check(endpoint, call, checks)
                if isinstance(body, dict):
                    keep_files(self.stage.world, body, files, self.base_url())
                answered: Any = endpoint.handle(call)
                status = 204 if answered is None else 200
            except ApiError as refusal:
                status, answered = refusal.status, refusal.body
            except Exception as fault:
                log.exception("the stand-in failed at %s %s", endpoint.method, endpoint.path)
                self.stage.journal.confess(endpoint.path, [repr(fault)], body)
                status, answered = 500, {"message": "500: Internal Server Error", "code": 0}
            self._note(endpoint, request, body, status, answered, checks)
            return _response(status, answered, headers)

        return answer

    def _admit(self, endpoint: Endpoint, request: web.Request, headers: dict[str, str]) -> dict[str, str]:
        """Return the path's parameters of a request that has the token and whose buckets are not empty."""
        if endpoint.token and request.headers.get("Authorization") != f"Bot {self.token}":
            raise ApiError(*UNAUTHORIZED)
        params = dict(request.match_info)
        if "channel_id" not in params and "webhook_token" in params:
            params["channel_id"] = self.interactions.channel_id(params["webhook_token"]) or "0"
        now, epoch = asyncio.get_running_loop().time(), self.stage.world.clock()
        for bucket in (*endpoint.buckets, *((GLOBAL,) if endpoint.token else ())):
            spent = self.stage.rates.spend(bucket, params, now, epoch)
            headers.update(spent.headers)
            if not spent.allowed:
                raise _too_many(spent, headers, everything=bucket is GLOBAL)
        return params

    def _check(self, endpoint: Endpoint, call: Call, checks: list[Check]) -> None:
        """Note each check of a body among `checks`; `ApiError` when one finds something."""
        if endpoint.check is None:
            return
        found: list[Problem] = []
        route = endpoint.method, endpoint.path, call.body
        if self.description is not None and self.description.describes_body(*route):
            found = self.description.body_problems(*route)
            checks.append(_made(DESCRIPTION, "body", found))
        problems = _beyond_limits(endpoint.check, call)
        checks.append(_made(LIMITS, "body", problems))
        if found or problems:
            raise invalid_body([*found, *problems])

    def _note(
        self,
        endpoint: Endpoint,
        request: web.Request,
        body: Any,
        status: int,
        answered: Any,
        checks: list[Check],
    ) -> None:
        journal = self.stage.journal
        journal.note(Entry(request.method, request.path, body, status, answered))
        route = endpoint.method, endpoint.path, status
        if self.description is not None and status != 204 and self.description.describes_answer(*route):
            problems = self.description.answer_problems(*route, answered)
            checks.append(_made(DESCRIPTION, "answer", problems))
            if problems:
                where = f"{endpoint.method} {endpoint.path} {status}"
                journal.confess(where, [repr(problem) for problem in problems], answered)
        journal.traffic.request(request.method, _shown(request), body, status, answered, tuple(checks))

    async def _unknown(self, request: web.Request) -> web.Response:
        refusal = ApiError(*NOT_FOUND)
        self.stage.journal.note(Entry(request.method, request.path, None, 404, refusal.body))
        self.stage.journal.traffic.request(request.method, request.path, None, 404, refusal.body)
        return _response(404, refusal.body, VIA)


def _beyond_limits(check: Callable[[Call], list[Problem]], call: Call) -> list[Problem]:
    try:
        return check(call)
    except (TypeError, AttributeError, KeyError, ValueError):
        # A body so misshapen that the limits cannot be held against it.
        return [Problem("", "BASE_TYPE_BAD_TYPE", "The body is not shaped as this route wants it.")]


def _made(by: str, part: str, problems: list[Problem]) -> Check:
    return Check(by, part, tuple(f"{one.path or 'all of it'}: {one.message}" for one in problems))


def _shown(request: web.Request) -> str:
    """Return a request's path with what opens an interaction cut short."""
    tokens = (value for name, value in request.match_info.items() if name.endswith("token"))
    return next((request.path.replace(token, f"{token[:4]}…") for token in tokens), request.path)


def _too_many(spent: Spent, headers: dict[str, str], *, everything: bool) -> ApiError:
    headers["Retry-After"] = str(int(spent.retry_after) + 1)
    headers["X-RateLimit-Scope"] = "global" if everything else "user"
    if everything:
        headers["X-RateLimit-Global"] = "true"
    refusal = ApiError(429, 0, "You are being rate limited.")
    refusal.body |= {"retry_after": round(spent.retry_after, 3), "global": everything}
    return refusal


def _response(status: int, answered: Json | list[Json] | None, headers: dict[str, str]) -> web.Response:
    if status == 204:
        return web.Response(status=204, headers=headers)
    # discord.py wants exactly this content type, without a charset.
    return web.Response(
        status=status, body=dumps(answered).encode(), headers={**headers, "Content-Type": "application/json"}
    )
