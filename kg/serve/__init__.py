"""A finished build as a local, read-only service: the page, SPARQL, pages of nodes, JSON search; what `kg serve` starts.

``kg.serve.app`` names the addresses, ``guard`` lets requests in, ``holdings`` is what is served, ``workers`` evaluate queries.
"""
from __future__ import annotations

import contextlib
import secrets
import socket
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from kg.errors import PolicyKGError

PACKAGES = ("starlette", "uvicorn")


class CannotServe(PolicyKGError):
    """A service that cannot start: its libraries are missing, or its address is taken or open to others without a token."""


def serve(folder: Path, *, host: str = "127.0.0.1", port: int = 8765, token: str | None = None, tell: Callable[[str], object] = print) -> None:
    """Serve a build until the process is told to stop; ``tell`` gets a line for each address, once it answers.

    An address that others can reach asks for a token, which is made where none is given; one of this machine alone asks for that which is given.
    Port 0 is any free one.

    Raises:
        CannotServe: The extra ``serve`` is not installed, or the address cannot be had.
        InvalidBuild: The folder holds no finished build.
    """
    if missing := [name for name in PACKAGES if find_spec(name) is None]:
        raise CannotServe(f"{', '.join(missing)}: not installed; run `pip install 'policy-kg[serve]'`")
    import uvicorn

    from kg.serve.app import make_app
    from kg.serve.guard import ENTRY, is_loopback
    from kg.serve.holdings import hold

    listener = bind(host, port)
    root = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
    ticket = ""
    if token or not is_loopback(host):
        token, ticket = token or secrets.token_urlsafe(24), secrets.token_urlsafe(24)

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            for line in addresses(root, folder, token, root + ENTRY + ticket if ticket else ""):
                tell(line)

    config = uvicorn.Config(make_app(hold(folder), token or None, ticket), log_level="error", access_log=False, server_header=False, lifespan="on",
                            limit_concurrency=200, timeout_graceful_shutdown=2)  # fmt: skip
    with contextlib.suppress(KeyboardInterrupt):
        Server(config).run(sockets=[listener])


def bind(host: str, port: int) -> socket.socket:
    """A socket at the address, and at this one alone."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        raise CannotServe(f"{host}:{port}: {error.strerror or error}; choose another --port or --host") from error


def addresses(root: str, folder: Path, token: str | None, entry: str) -> list[str]:
    """What is told when the service answers."""
    return [
        f"Serving {folder}, read-only; stop by Ctrl+C",
        f"page     {root}/", f"queries  {root}/query", f"SPARQL   {root}/sparql", f"search   {root}/api/search?q=…  ({root}/api/openapi.json)",
        *([f"token    {token}  (Authorization: Bearer …; without encryption: put a proxy with TLS before it)"] if token else []),
        *([f"browser  {entry}  (this link works once)"] if entry else []),
    ]  # fmt: skip
