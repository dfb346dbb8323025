"""`digest serve`: the site from memory on this machine, with open pages patched as its sources change.

Pages learn of changes over server-sent events and fetch themselves anew; `client/preview.js` patches what differs.
Requests under foreign host names are refused, so that no other site can read the preview (DNS rebinding).
"""

from __future__ import annotations

import mimetypes
import signal
import socket
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Set
from importlib.resources import files as resources
from types import FrameType

import anyio
import anyio.to_thread
import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from digest.errors import DigestError, OutputError
from digest.preview import Preview, Update
from digest.watch import Part, watch

_PORTS_TRIED = 20
_PORTS = 65_536
_LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")
_OURS = "/__digest"
# A page that is open through a proxy or on a sleeping laptop must not wait for a dead connection.
_HEARTBEAT = 15.0
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_CLIENT = ("preview.js", "preview.css", "overview.css")
_BARE = b"<!doctype html><title>Preview</title><body></body>"
# How long nothing must have been saved before what can wait is done: open pages come first.
_IDLE = 0.3
_SCRIPT = f'<script src="{_OURS}/preview.js" defer></script>'.encode()


class Announcer:
    """Tells every open page of each update; one that was busy gets what it missed as one. `opened` counts them."""

    def __init__(self) -> None:
        self._updates: deque[Update] = deque(maxlen=100)
        self._news = anyio.Event()
        self.opened: Counter[str] = Counter()
        self.stopped = False

    def announce(self, update: Update) -> None:
        """Hand an update to all open pages."""
        self._updates.append(update)
        self._wake()

    def stop(self) -> None:
        """End all streams."""
        self.stopped = True
        self._wake()

    async def follow(self, page: str, now: Update) -> AsyncIterator[Update | None]:
        """For a page, the update now in force, then those to come; None when nothing happened for a while."""
        self.opened[page] += 1
        try:
            async for update in self._updates_after(now):
                yield update
        finally:
            self.opened[page] -= 1

    async def _updates_after(self, now: Update) -> AsyncIterator[Update | None]:
        yield now
        seen = now.version
        while not self.stopped:
            missed = [update for update in self._updates if update.version > seen]
            if missed:
                changed = sorted({url for update in missed for url in update.changed})
                seen = missed[-1].version
                yield msgspec.structs.replace(missed[-1], changed=tuple(changed))
            else:
                with anyio.move_on_after(_HEARTBEAT) as waited:
                    await self._news.wait()
                if waited.cancelled_caught:
                    yield None

    def _wake(self) -> None:
        news, self._news = self._news, anyio.Event()
        news.set()


class Endpoints:
    """What the preview answers: the site's files as they now are, and what its pages ask for beside them."""

    def __init__(self, preview: Preview, announcer: Announcer) -> None:
        self._preview = preview
        self._announcer = announcer

    async def page(self, request: Request) -> Response:
        """A file of the site; a folder is its index."""
        url = request.path_params["path"]
        if url == "" or url.endswith("/"):
            url += "index.html"
        try:
            found = await anyio.to_thread.run_sync(self._preview.read, url)
            if found is not None:
                return _file(url, found)
            missing = await anyio.to_thread.run_sync(self._preview.read, "404.html")
        except DigestError as error:
            self._announcer.announce(self._preview.fail(error))
            return _file("500.html", _BARE, 500)
        return _file("404.html", _BARE, 503) if missing is None else _file("404.html", missing, 404)

    async def events(self, request: Request) -> Response:
        """The stream of updates."""

        page = request.query_params.get("page", "")

        async def stream() -> AsyncIterator[bytes]:
            async for update in self._announcer.follow(page, self._preview.update):
                yield b": still here\n\n" if update is None else b"data: " + msgspec.json.encode(update) + b"\n\n"

        return StreamingResponse(stream(), media_type="text/event-stream", headers=_HEADERS)

    async def reasons(self, request: Request) -> Response:
        """Why each mark of a page is there, by its anchor."""
        found = await anyio.to_thread.run_sync(self._preview.reasons, request.query_params.get("page", ""))
        return Response(msgspec.json.encode(found), media_type="application/json", headers=_HEADERS)

    async def overview(self, request: Request) -> Response:
        """Articles, plugins, timings, and what was set aside."""
        found = await anyio.to_thread.run_sync(self._preview.overview)
        return _file("overview.html", found.encode())

    async def client(self, request: Request) -> Response:
        """The script and styles of the preview itself."""
        name = request.path_params["name"]
        if name not in _CLIENT:
            return Response("There is no such page.\n", 404, media_type="text/plain")
        return _file(name, (resources("digest") / "client" / name).read_bytes())


def application(preview: Preview, announcer: Announcer, hosts: tuple[str, ...] = _LOOPBACK) -> Starlette:
    """The preview as a web application that answers under these host names only."""
    endpoints = Endpoints(preview, announcer)
    return Starlette(
        routes=[
            Route(f"{_OURS}/events", endpoints.events),
            Route(f"{_OURS}/reasons", endpoints.reasons),
            Route(f"{_OURS}/", endpoints.overview),
            Route(f"{_OURS}/{{name}}", endpoints.client),
            Route("/{path:path}", endpoints.page),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
    )


def _file(name: str, data: bytes, status: int = 200) -> Response:
    """A file with its type; a page gets our script."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind == "text/html":
        at = data.find(b"</head>")
        data = data[:at] + _SCRIPT + data[at:] if at >= 0 else data + _SCRIPT
    return Response(data, status, media_type=kind, headers=_HEADERS)


# ── running ────────────────────────────────────────────────────────────────────────────────────────────────


def serve(preview: Preview, host: str, port: int, ready: Callable[[str, Update], None]) -> None:
    """Build, serve and watch until Ctrl-C. `ready` is called after each build with the address and the update.

    Raises OutputError if no port can be had.
    """
    with listen(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listener.getsockname()[1]}/"
        anyio.run(_run, preview, listener, address, (*_LOOPBACK, host), ready)


def listen(host: str, port: int) -> socket.socket:
    """A socket on that port, or on the next that is free. Raises OutputError if twenty are taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, min(port + _PORTS_TRIED, _PORTS)):
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((host, candidate))
            listener.listen()
        except OSError as error:
            listener.close()
            reason = error.strerror
        else:
            return listener
    raise OutputError(f"{host}: no port from {port} to {port + _PORTS_TRIED - 1} can be had ({reason}); try --port")


class _Server(uvicorn.Server):
    """Ends open streams when it is told to stop; they would keep it waiting."""

    def __init__(self, config: uvicorn.Config, announcer: Announcer) -> None:
        super().__init__(config)
        self._announcer = announcer

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._announcer.stop()
        super().handle_exit(signal.SIGINT if self.should_exit else sig, frame)


async def _run(
    preview: Preview,
    listener: socket.socket,
    address: str,
    hosts: tuple[str, ...],
    ready: Callable[[str, Update], None],
) -> None:
    announcer = Announcer()
    app = application(preview, announcer, hosts)
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=1, lifespan="off")
    server = _Server(config, announcer)
    stop = anyio.Event()
    waiting = anyio.CancelScope()

    async def rebuild(parts: Set[Part]) -> None:
        waiting.cancel()
        tell(await anyio.to_thread.run_sync(preview.rebuild, parts, set(+announcer.opened)))
        tasks.start_soon(settle)

    async def settle() -> None:
        nonlocal waiting
        with anyio.CancelScope() as waiting:
            await anyio.sleep(_IDLE)
            if update := await anyio.to_thread.run_sync(preview.settle, set(+announcer.opened)):
                tell(update)

    def tell(update: Update) -> None:
        announcer.announce(update)
        ready(address, update)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(watch, preview.site, stop, rebuild)
        await server.serve(sockets=[listener])
        stop.set()
        tasks.cancel_scope.cancel()
