"""Reads the data of many groups from their sites, several at a time. What one of them does never stops the others."""

import asyncio
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpx

from macros.language import _, wording
from macros.office.many_groups.published import ACTIONS, MEETINGS, Group, group_of
from macros.record import Stop
from macros.record.models import quoted

_AT_ONCE = 16
_SECONDS = 30  # for the two files of a group
_PACKED = "gzip"
_LARGEST = 64 * 1024 * 1024  # bytes of a file, unpacked


@dataclass(frozen=True)
class Unread:
    """A site that could not be read. `said`: why, as a sentence for the public; `why`: the same for who runs the
    command, without a full stop."""

    address: str
    said: str
    why: str


def read_all(addresses: Iterable[str]) -> list[Group | Unread]:
    """What each site at an address (with a slash at its end) publishes, in the order of the addresses."""
    with ThreadPoolExecutor(1) as apart:  # for the caller may have a loop of its own, and a thread has but one
        return apart.submit(asyncio.run, _all(list(addresses))).result()


async def _all(addresses: list[str]) -> list[Group | Unread]:
    places = asyncio.Semaphore(_AT_ONCE)
    return list(await asyncio.gather(*(_one(places, address) for address in addresses)))


async def _one(places: asyncio.Semaphore, address: str) -> Group | Unread:
    async with places:
        try:
            # A client for each site, so that no cookie of one goes along with a request to another.
            ask = httpx.AsyncClient(follow_redirects=True, timeout=_SECONDS, headers={"Accept-Encoding": _PACKED})
            async with asyncio.timeout(_SECONDS), ask as client:
                meetings, actions = [await _file(client, f"{address}{name}") for name in (MEETINGS, ACTIONS)]
            return await asyncio.to_thread(group_of, address, meetings, actions)
        except (TimeoutError, httpx.TimeoutException):
            why = _("it took longer than {number} seconds").format(number=wording.number(_SECONDS))
            return Unread(address, _("The site took too long to answer."), why)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            why = _("it cannot be reached ({why})").format(why=str(error) or type(error).__name__)
            return Unread(address, _("The site could not be reached."), why)
        except Stop as stop:
            return Unread(address, _("What the site gave is not data that can be read here."), str(stop))
        except Exception as error:  # whatever a site makes a library do stops none of the others
            why = _("it cannot be read ({why})").format(why=f"{type(error).__name__}: {error}")
            return Unread(address, _("What the site gave is not data that can be read here."), why)


async def _file(client: httpx.AsyncClient, address: str) -> bytes:
    async with client.stream("GET", address) as answer:
        if answer.status_code != httpx.codes.OK:
            raise Stop(_("{address} answered {code}").format(address=address, code=answer.status_code))
        found, unpacked = bytearray(), _unpacker(answer, address)
        async for piece in answer.aiter_raw():
            found += unpacked(piece, _LARGEST + 1 - len(found))
            if len(found) > _LARGEST:
                said = _("{address} is larger than {number} MB")
                raise Stop(said.format(address=address, number=wording.number(_LARGEST // 1024**2)))
        return bytes(found)


def _unpacker(answer: httpx.Response, address: str) -> Callable[[bytes, int], bytes]:
    """What gives of a piece of an answer at most so many bytes, unpacked: a small piece can become gigabytes."""
    match answer.headers.get("Content-Encoding", "").strip().lower():
        case "" | "identity":
            return lambda piece, _most: piece
        case "gzip":
            return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress
        case other:
            raise Stop(_("{address} is packed as {found}").format(address=address, found=quoted(other)))
