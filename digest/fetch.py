"""Fetching one page for `digest add`: from public addresses only, within a time and a size."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from digest.errors import ContentError
from digest.read import MAX_BYTES

_SECONDS = 20  # for each answer of the server
_ALL_SECONDS = 120
_CHUNK = 1 << 16  # bytes
_REDIRECTS = 5
_HEADERS = {"User-Agent": "news-digest", "Accept": "text/html, application/xml;q=0.9, text/plain;q=0.8"}


def fetch(url: str) -> tuple[bytes, str]:
    """The content at an address, and its media type.

    Raises ContentError if it cannot be had, is too large, or stands on this machine or in a private network,
    be it through a redirect.
    """
    here = url
    for _ in range(_REDIRECTS + 1):
        status, headers, data = _get(here)
        if status not in (301, 302, 303, 307, 308):
            break
        here = _redirected(here, headers.get("Location", ""))
    else:
        raise ContentError(url, f"is redirected more than {_REDIRECTS} times; give the address that it ends at")
    if status != 200:
        raise ContentError(url, f"the server answered {status}; save the page in a browser and add the file")
    return data, headers.get_content_type()


def _redirected(url: str, place: str) -> str:
    try:
        return urljoin(url, place)
    except ValueError as error:
        raise ContentError(url, f"is redirected to {place!r}, which is no address: {error}") from error


def _get(url: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ContentError(url, f"is no address: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ContentError(url, "is no address that begins with http:// or https://")
    kind, usual = (_Public, 80) if parts.scheme == "http" else (_PublicSecure, 443)
    connection = kind(
        host, port or usual, timeout=_SECONDS
    )  # without a port the end of an IPv6 address is taken for it
    try:
        connection.request("GET", _as_sent(parts), headers=_HEADERS)
        response = connection.getresponse()
        data = _read(response)
    # A name that is too long for an address is no OSError but a UnicodeError.
    except (OSError, UnicodeError, http.client.HTTPException) as error:
        raise ContentError(url, f"cannot be fetched: {error}; save the page in a browser and add the file") from error
    finally:
        connection.close()
    if len(data) > MAX_BYTES:
        raise ContentError(
            url, f"is larger than {MAX_BYTES // 1_000_000} MB; save the page in a browser and add the file"
        )
    return response.status, response.headers, data


def _as_sent(parts: SplitResult) -> str:
    """The path and query of an address, in ASCII."""
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return quote(target, safe="/%?&=:;,@!$'()*+~[]")


def _read(response: http.client.HTTPResponse) -> bytes:
    """What a server sends, and a byte more than may be; a server that drips is given up."""
    until = time.monotonic() + _ALL_SECONDS
    data = bytearray()
    while len(data) <= MAX_BYTES and (chunk := response.read1(_CHUNK)):
        data += chunk
        if time.monotonic() > until:
            raise TimeoutError(f"it took longer than {_ALL_SECONDS} seconds")
    return bytes(data)


class _Public(http.client.HTTPConnection):
    """Connects to the address that it has looked at, so that a name can't resolve otherwise in between."""

    def connect(self) -> None:
        self.sock = _connect(self.host, self.port)


class _PublicSecure(http.client.HTTPSConnection):
    """The same over TLS."""

    def connect(self) -> None:
        self.sock = ssl.create_default_context().wrap_socket(_connect(self.host, self.port), server_hostname=self.host)


def _connect(host: str, port: int) -> socket.socket:
    """A connection to a host, if all its addresses are public. Raises OSError."""
    addresses = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in addresses:
        if not ipaddress.ip_address(address.partition("%")[0]).is_global:
            where = f"{host} is {address}, which" if host != address else address
            raise OSError(f"{where} is not a public address")
    return socket.create_connection((addresses[0], port), timeout=_SECONDS)
