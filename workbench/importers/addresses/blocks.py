"""Blocks as spreadsheets hold them: with prefix lengths, masks, ranges, full-width signs, several to a cell."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from planners.addresses.ranges import pieces
from workbench.addresses import Span, address_text, block_text
from workbench.importers.plan import Refused
from workbench.texts import Text, text

LONGEST: Final = 4_000
MOST: Final = 64
MOST_OF_RANGE: Final = 16
SHOWN: Final = 60
V4: Final = r"\d{1,3}(?:\.\d{1,3}){0,3}"
V6: Final = r"(?=[0-9a-f]*:[0-9a-f]*:)[0-9a-f:.]+"
MASK: Final = r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}"
DASH: Final = r"(?:[-~‐‑‒–—―−〜]+|至|到|to)"
WRITTEN: Final = re.compile(
    rf"(?P<address>{V6}|{V4})(?:/(?P<length>{MASK}|\d{{1,3}})|\s+(?:mask|netmask|掩码)?[:\s]*(?P<mask>{MASK})(?!\s*{DASH})"
    rf"|\s*\((?:mask|掩码)?[:\s]*/?(?P<inside>{MASK}|\d{{1,2}})\))?"
    rf"(?:\s*{DASH}\s*(?P<last>{V6}|{V4})(?:/(?P<last_length>\d{{1,3}}))?)?(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
BETWEEN: Final = re.compile(r"[,;、\n|]+|\s+(?:和|及|and)\s+")
AROUND_SIGNS: Final = re.compile(r"(?<=\d)\s*([./])\s*(?=\d)")
BLOCK_LIKE: Final = re.compile(rf"\s*(?:{MASK}|{V4}/\d|{V6})", re.IGNORECASE)
DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Written:
    """The blocks a cell stands for, what has to be said of how it was read, and the words behind them."""

    blocks: tuple[str, ...]
    notes: tuple[Text, ...] = ()
    comment: str = ""


def plainly_signed(typed: str) -> str:
    """The text with ordinary digits, signs and spaces in place of full-width ones and those nobody sees."""
    folded = unicodedata.normalize("NFKC", typed).replace("。", ".")
    seen = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    return "\n".join(" ".join(line.split()) for line in seen.splitlines()).strip()


def looks_like_blocks(typed: str) -> bool:
    """Whether a text begins as an address does."""
    return bool(BLOCK_LIKE.match(plainly_signed(typed[:SHOWN])))


@lru_cache(maxsize=16384)
def blocks_in(typed: str, mask: str = "") -> Written:
    """The blocks of a cell, with the mask of the cell beside it; Refused says what is wrong and what to write."""
    if len(typed) > LONGEST:
        raise Refused(text("The cell has {size} characters. Write the block alone.", size=len(typed)))
    signed, beside = plainly_signed(typed), plainly_signed(mask).lstrip("/ ")
    found: list[Written] = []
    words: list[str] = []
    for one in BETWEEN.split(signed):
        plain = AROUND_SIGNS.sub(r"\1", one.strip())
        if found and plain and not BLOCK_LIKE.match(plain):
            words.append(plain)
        elif plain:
            found.append(_one(plain, beside))
    blocks = tuple(dict.fromkeys(block for one in found for block in one.blocks))
    _check_count(len(blocks), MOST)
    notes = tuple(note for one in found for note in one.notes)
    return Written(blocks, notes, " ".join([*(one.comment for one in found if one.comment), *words]))


def _check_count(count: int, most: int) -> None:
    if count > most:
        raise Refused(
            text("These are {count} blocks, more than {most}. Check the range.", count=count, most=most)
        )


def from_to(first: str, last: str) -> Written:
    """The fewest blocks that hold exactly the addresses from a first to a last.

    What leaves out no more than the first and the last address of one block stands for that block, which is then said.
    """
    low = _address(plainly_signed(first))
    high = _address(_whole_last(first, plainly_signed(last)))
    if low.version != high.version or int(low) > int(high):
        raise Refused(text("{first} does not come before {last}.", first=first[:SHOWN], last=last[:SHOWN]))
    begin, end, width = int(low), int(high), low.max_prefixlen
    whole = _around_hosts(begin, end, width)
    if whole:
        told = text("{first} to {last} taken as {block}", first=str(low), last=str(high), block=whole)
        return Written((whole,), (told,))
    blocks = tuple(
        block_text(Span(base, base + (1 << bits) - 1, width)) for base, bits in pieces(begin, end + 1)
    )
    if len(blocks) == 1:
        return Written(blocks)
    _check_count(len(blocks), MOST_OF_RANGE)
    return Written(
        blocks, (text("the range is {count} blocks: {blocks}", count=len(blocks), blocks=blocks[:8]),)
    )


def _around_hosts(begin: int, end: int, width: int) -> str | None:
    """The block whose hosts a range lists, without its first or last address; None where it is none."""
    size = 1 << (end - begin).bit_length()
    base = begin & ~(size - 1)
    left_out = (begin - base) + (base + size - 1 - end)
    inside = size >= 8 and begin - base <= 1 and 0 <= base + size - 1 - end <= 1
    return block_text(Span(base, base + size - 1, width)) if inside and left_out else None


def _whole_last(first: str, last: str) -> str:
    """The last address of a range that gives its last numbers only: 10.1.0.0-3.255, 10.1.0.0-255."""
    begun, given = plainly_signed(first).split("."), last.split(".")
    short = len(begun) == 4 and len(given) < 4 and ":" not in last
    return ".".join(begun[: 4 - len(given)] + given) if short else last


def _one(one: str, mask: str) -> Written:
    if DATE.match(one):
        raise Refused(
            text(
                "{written} is a date, which the spreadsheet made of what was typed. Format the cell as text and write the block.",
                written=one[:10],
            )
        )
    said = WRITTEN.match(one)
    if not said or re.match(r"[0-9a-z.:/]", said["rest"], re.IGNORECASE):
        raise _no_block(one)
    comment = said["rest"].strip(" ()[]-:#")
    if said["last"]:
        found = from_to(said["address"], _end_of(said["last"], said["last_length"]))
        return Written(found.blocks, found.notes, comment)
    own = said["length"] or said["mask"] or said["inside"]
    if not (own or mask):
        raise _no_mask(said["address"])
    found = _network(said["address"], own or mask, mask if own else "")
    return Written(found.blocks, found.notes, comment)


def _end_of(last: str, length: str | None) -> str:
    """The last address of a range that ends with a block: 10.1.0.0/24-10.1.3.0/24 ends with 10.1.3.255."""
    if not length or ("." in last and last.count(".") < 3):
        return last
    end = _address(last)
    room = end.max_prefixlen - _length(length, end.max_prefixlen)
    return address_text(int(end) | ((1 << room) - 1), end.max_prefixlen)


def _no_block(written: str) -> Refused:
    return Refused(
        text("{written} is not a block of addresses, such as 10.0.1.0/24.", written=written[:SHOWN])
    )


def _no_mask(written: str) -> Refused:
    address = _address(written)
    meant = f"{address}/{24 if address.version == 4 else 64}"
    return Refused(
        text("{written} has no mask. Write a block, such as {meant}.", written=written[:SHOWN], meant=meant)
    )


def _network(written: str, mask: str, beside: str) -> Written:
    """One network; what is meant by the address of a host in it, or by its first numbers, is the network, which is said."""
    notes: list[Text] = []
    short = ":" not in written and written.count(".") < 3
    host = _address(written + ".0" * (3 - written.count(".")) if short else written)
    length = _length(mask, host.max_prefixlen)
    if beside and _length(beside, host.max_prefixlen) != length:
        raise Refused(
            text(
                "{written}/{mask} and the mask {beside} disagree. Make them agree.",
                written=written,
                mask=mask,
                beside=beside[:SHOWN],
            )
        )
    whole = (1 << host.max_prefixlen) - 1
    first = int(host) & (whole << (host.max_prefixlen - length)) & whole
    block = f"{address_text(first, host.max_prefixlen)}/{length}"
    if short:
        notes.append(
            text("{written} read as {block}; a spreadsheet shows 10.10 as 10.1", written=written, block=block)
        )
    elif first != int(host):
        notes.append(
            text("{address} is an address inside {block}, which was taken", address=str(host), block=block)
        )
    return Written((block,), tuple(notes))


def _length(mask: str, width: int) -> int:
    """The prefix length that a mask or a number says; Refused for anything else."""
    length = (
        _of_mask(mask)
        if "." in mask and width == 32
        else int(mask)
        if re.fullmatch(r"[0-9]{1,3}", mask)
        else -1
    )
    if not 0 <= length <= width:
        raise Refused(
            text(
                "{mask} is no mask. Write a prefix length from 0 to {most}, or a mask such as 255.255.255.0.",
                mask=mask[:SHOWN] or "/",
                most=width,
            )
        )
    return length


def _of_mask(mask: str) -> int:
    try:
        number = int(ipaddress.IPv4Address(mask))
    except ValueError:
        return -1
    length = number.bit_count()
    return length if number == (1 << 32) - (1 << (32 - length)) else -1


def _address(typed: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    try:
        return ipaddress.ip_address(typed)
    except ValueError as wrong:
        raise _no_block(typed) from wrong
