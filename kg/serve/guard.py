"""Stands before all pages: who may ask, by which name the service may be called, and what browsers are told to keep to."""
from __future__ import annotations

import hmac
import ipaddress
import re
import secrets
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For all pages but the first, which is a file of its own with a stricter policy inside."""
OWN_POLICY = "frame-ancestors 'none'"
HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-cache"}
COOKIE = "policy-kg"
ENTRY = "/enter/"
HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d{1,5})?", re.ASCII | re.IGNORECASE)
"""An address of version 6, or a name, and a port."""


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own.

    >>> [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """Lets requests through to the application.

    Without a token, only those that call the service by a name of this machine: a page of another site whose name has been made to lead
    here is refused. With a token, those that bear it, or the cookie that the link ``/enter/TICKET`` gives once.
    """

    def __init__(self, app: ASGIApp, token: str | None, ticket: str = "") -> None:
        self.app = app
        self.token = token
        self.ticket = ticket
        self.session = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Content-Security-Policy"] = OWN_POLICY if scope["path"] == "/" else POLICY
            await send(message)

        answer = self.refuse(scope) or self.app
        await answer(scope, receive, send_with_headers)

    def refuse(self, scope: Scope) -> Response | None:
        """What is answered in place of the application, if anything."""
        headers = Headers(scope=scope)
        host = HOST.fullmatch(headers.get("host", ""))
        if host is None:
            return PlainTextResponse("the Host header is no name of a service\n", 400)
        if from_elsewhere(scope["method"], headers):
            return PlainTextResponse("another site may link here, and not ask\n", 403)
        if self.token is None:
            return None if is_loopback(host[1] or host[2]) else PlainTextResponse("call this service by localhost or 127.0.0.1\n", 421)
        if self.ticket and same(scope["path"], ENTRY + self.ticket):
            self.ticket = ""
            entered = RedirectResponse("/", 303)
            entered.set_cookie(COOKIE, self.session, httponly=True, samesite="lax")
            return entered
        kind, _, given = headers.get("authorization", "").partition(" ")
        if (kind.lower() == "bearer" and same(given.strip(), self.token)) or same(cookie(headers), self.session):
            return None
        return PlainTextResponse("give the token: Authorization: Bearer TOKEN\n", 401, {"WWW-Authenticate": "Bearer"})


def from_elsewhere(method: str, headers: Headers) -> bool:
    """Whether a browser asks on behalf of another site, and does more than follow a link (https://www.w3.org/TR/fetch-metadata/).

    >>> from_elsewhere("POST", Headers({"Sec-Fetch-Site": "cross-site"})), from_elsewhere("POST", Headers())
    (True, False)
    """
    site, goal = headers.get("sec-fetch-site", "none"), headers.get("sec-fetch-dest")
    return site in ("cross-site", "same-site") and (method != "GET" or goal != "document")


def same(given: str, expected: str) -> bool:
    """Whether two secrets are the same; how long this takes tells nothing of where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def cookie(headers: Headers) -> str:
    """The session that a browser sends, if any."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
