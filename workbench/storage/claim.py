"""Claim: who has a design file open to change it, so that two people never overwrite one another unknowingly.

A small file beside the design says who, where and since when: everybody who reaches the folder reads it. Whether the
one it names still runs is only known on the same machine, by a lock of the system; elsewhere a person has to decide.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import json
import platform
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from workbench.storage import places


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open; `token` is another at every opening, `since` local time to the minute."""

    user: str
    host: str
    since: str
    token: str


class Claim:
    """This program's hold on a file. It ends with `end`, and with the program however that ends."""

    def __init__(self, path: Path, holder: Holder, alive: FileLock) -> None:
        self.path, self.holder, self._alive = path, holder, alive

    @property
    def lost_to(self) -> Holder | None:
        """Who has taken the file over meanwhile, None while it is ours."""
        now = _read(self.path)
        return now if now and now.token != self.holder.token else None

    def end(self) -> None:
        """Lets the file go; what somebody else has taken over stays theirs."""
        if self.lost_to is None:
            with contextlib.suppress(OSError):
                beside(self.path).unlink(missing_ok=True)
        _release(self._alive)
        with contextlib.suppress(OSError):
            Path(self._alive.lock_file).unlink(missing_ok=True)


def claimed(path: Path, take_over: bool = False) -> Claim | Holder | None:
    """A claim on a file; whoever holds it where somebody does; None where the folder takes no file of ours.

    With `take_over` the claim is made whoever holds the file.
    """
    path = path.absolute()
    # A file is opened in one thread and let go in another.
    alive = FileLock(_liveness(path), thread_local=False)
    try:
        Path(alive.lock_file).parent.mkdir(parents=True, exist_ok=True)
        alive.acquire(timeout=0)
        ends = False
    except Timeout:
        ends = True
    except OSError:
        return None
    holder = _read(path)
    if holder and not take_over and (ends or not _is_here(holder)):
        _release(alive)
        return holder
    if ends and not take_over:
        # It has just been opened and has not said so yet.
        return _me()
    return _made(path, alive)


def beside(path: Path) -> Path:
    """The file that says who has a design open."""
    return path.with_name(f".{path.name}.open")


def _made(path: Path, alive: FileLock) -> Claim | None:
    me = _me()
    try:
        places.replace_whole(beside(path), json.dumps(asdict(me), ensure_ascii=False).encode("utf-8"))
    except OSError:
        _release(alive)
        return None
    return Claim(path, me, alive)


def _read(path: Path) -> Holder | None:
    """Who a file says it is held by; a broken one says nothing."""
    try:
        plain = json.loads(beside(path).read_text(encoding="utf-8"))
        return Holder(*(str(plain[name])[:200] for name in ("user", "host", "since", "token")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_here(holder: Holder) -> bool:
    """Whether it was this user on this machine, of whom the lock of the system tells the truth."""
    me = _me()
    return (holder.user, holder.host) == (me.user, me.host)


def _me() -> Holder:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "?"
    since = datetime.now().isoformat(sep=" ", timespec="minutes")
    return Holder(user, platform.node(), since, secrets.token_hex(8))


def _liveness(path: Path) -> Path:
    return (
        places.claims()
        / f"{hashlib.sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()[:20]}.lock"
    )


def _release(alive: FileLock) -> None:
    with contextlib.suppress(OSError):
        alive.release()
