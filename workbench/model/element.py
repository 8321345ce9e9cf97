"""Element, Link and Kind: the records of a design and what the rest of the program reads off them.

A kind of element is one class in one file of `elements/`. Palette, inspector, file format, legend, tables
and drawing all read the `Kind` made from it; nothing else lists kinds.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal, TypeVar

import msgspec

from workbench.texts import Text, text
from workbench.words import Words

ElementId = str
Block = str
"""An address block as text, for example 10.1.0.0/16; "" where there is none yet."""

DesignDomain = Literal["account", "network", "finance", "resource", "compliance", "security"]
State = Literal["draft", "approved", "deployed"]
EditorName = Literal[
    "text",
    "choice",
    "block",
    "reference",
    "chips",
    "number",
    "words",
    "gauge",
    "date",
    "switch",
    "rows",
    "passage",
    "pick",
]
SheetKind = Literal["account", "network", "security"]
Shape = Literal[
    "container",
    "leaf",
    "tile",
    "node",
    "pill",
    "row",
    "card",
    "capsule",
    "site",
    "router",
    "head",
    "note",
    "picture",
    "none",
]


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One line of a table inside an element: a route, a rule, an entry."""

    def identity(self) -> str:
        """What it is known by in its table when files hold some of its rows; "" where they hold the whole table."""
        return ""


@dataclass(frozen=True, slots=True)
class Field:
    """What the inspector, tables and references know of one field of a kind."""

    name: str
    label: Text
    editor: EditorName
    section: str
    refers: tuple[str, ...]
    many: bool
    unit: str
    least: int | None
    most: int | None
    choices: Mapping[str, Text]
    row: type[Row] | None
    columns: tuple[Field, ...]
    type: Any
    hint: Text | None


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of element as data."""

    tag: str
    type: type[Element]
    label: Text
    plural: Text
    summary: Text
    symbol: str
    design_domain: DesignDomain
    inside: tuple[str, ...]
    stands: Mapping[SheetKind, tuple[str, ...]]
    shape: Shape
    size: tuple[float, float]
    tint: str
    joins: tuple[str, str] | None
    line: str
    clause_item: str
    palette: int
    counted: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """The shown fields, those every kind has first."""
        return fields_of(self.type, f"kind.{self.tag}")

    def field(self, name: str) -> Field:
        """The field of a name; KeyError names the kind where it has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.tag} has no field {name!r}")

    @property
    def of_one_sheet(self) -> bool:
        """Whether its elements belong to a sheet and lie on it above all else."""
        return "sheet" in self.inside

    @property
    def is_link(self) -> bool:
        """Whether the kind joins two others."""
        return self.joins is not None


def shown(
    label: str,
    *,
    editor: EditorName | None = None,
    section: str = "own",
    refers: tuple[str, ...] = (),
    unit: str = "",
    least: int | None = None,
    most: int | None = None,
    choices: Mapping[str, str] | None = None,
    hint: str = "",
) -> msgspec.Meta:
    """How a field is shown and edited; its limits guide the inspector and never refuse a file.

    `section` is identity, own, addresses, routing or contract. `choices` maps stored values to English labels.
    """
    return msgspec.Meta(
        extra={
            "label": label,
            "editor": editor,
            "section": section,
            "refers": refers,
            "unit": unit,
            "least": least,
            "most": most,
            "choices": choices or {},
            "hint": hint,
        }
    )


class Element(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """One thing the consultant decided."""

    kind: ClassVar[Kind]

    id: ElementId
    name: typing.Annotated[Words, shown("Name", section="identity")] = Words()
    parent: ElementId | None = None
    state: typing.Annotated[
        State,
        shown(
            "State",
            section="identity",
            choices={"draft": "draft", "approved": "approved", "deployed": "deployed"},
        ),
    ] = "draft"
    assumed: typing.Annotated[
        bool, shown("Assumed", section="identity", hint="Made by an import, to be confirmed.")
    ] = False
    note: typing.Annotated[Words, shown("Note", section="identity", editor="words")] = Words()
    tags: typing.Annotated[dict[str, str], shown("Tags", section="identity", editor="chips")] = {}
    # The print of what an import last gave, so that a second import tells the file's changes from a person's.
    imported: str = ""

    def meta(self) -> str:
        """The few characters that stand beside the name on drawings and in trees; "" for none."""
        return ""

    def title(self) -> Words:
        """The name, or the id where it has none."""
        return self.name or Words(en=self.id)

    def offered(self, name: str, typed: str = "") -> Mapping[str, Text]:
        """What it offers itself to be picked in a field, by what is stored; what is typed may bring more.

        Nothing where the choices that the field declares are the same for every element.
        """
        return {}

    def symbol(self) -> str:
        """The symbol it is drawn with: its kind's, unless it stands out among them."""
        return self.kind.symbol

    def image(self) -> tuple[str, ...]:
        """The lines of the image it is drawn as; none for what is drawn in words and symbols."""
        return ()

    def described(self) -> Words:
        """What its image shows, for those who do not see it; empty where nobody said."""
        return Words()

    def is_printed(self) -> bool:
        """Whether what is exported for the customer shows it."""
        return True

    def opens_to(self) -> str:
        """The tag of the outside place that what holds the element is open to because of it; "" for none."""
        return ""

    def needs(self) -> tuple[ElementId, ...]:
        """The elements it makes no sense without and goes with: the ends of a link."""
        ends = (getattr(self, name) for name in self.kind.joins or ())
        return tuple(end for end in ends if end)

    def line_variant(self) -> str:
        """The variant of its kind's line style a link is drawn in, such as "single"; "" for the usual one."""
        return ""


E_ = TypeVar("E_", bound=Element)
KINDS: dict[str, Kind] = {}


def kind(
    label: str,
    plural: str,
    *,
    domain: DesignDomain,
    symbol: str,
    inside: tuple[str, ...] = (),
    stands: Mapping[SheetKind, tuple[str, ...]] | None = None,
    shape: Shape = "none",
    size: tuple[float, float] = (136, 44),
    tint: str = "node",
    joins: tuple[str, str] | None = None,
    line: str = "attachment",
    clause_item: str = "",
    palette: int = 0,
    counted: str = "",
) -> Callable[[type[E_]], type[E_]]:
    """Registers an element class as a kind; a second kind of the same tag stops the program.

    `inside`: tags its parent may have ("" where it may stand alone). `stands`: per sheet, the tags of boxes it may be
    drawn in ("" for the sheet itself). `joins`: the two reference fields that make it a link, which is drawn on the
    sheets of its design domain in the style `line`. `clause_item`: the item
    of the contract that covers it, or the beginning of several of which one has to. `palette`: its place among the most
    used kinds, 0 for none.
    """

    def register(element_type: type[E_]) -> type[E_]:
        tag = typing.cast(str, element_type.__struct_config__.tag)
        if tag in KINDS:
            raise ValueError(f"two kinds are called {tag!r}")
        element_type.kind = KINDS[tag] = Kind(
            tag=tag,
            type=element_type,
            label=text(label, key=f"kind.{tag}"),
            plural=text(plural, key=f"kind.{tag}.plural"),
            summary=text((element_type.__doc__ or "").strip(), key=f"kind.{tag}.summary"),
            symbol=symbol,
            design_domain=domain,
            inside=inside,
            stands=stands or {},
            shape=shape,
            size=size,
            tint=tint,
            joins=joins,
            line=line,
            clause_item=clause_item,
            palette=palette,
            counted=counted,
        )
        return element_type

    return register


@cache
def fields_of(struct: type[msgspec.Struct], owner: str) -> tuple[Field, ...]:
    """The shown fields of a record in the order they are declared, those every kind has first."""
    hints = typing.get_type_hints(struct, include_extras=True)
    common = set(Element.__struct_fields__) if issubclass(struct, Element) else set()
    names = [name for name in struct.__struct_fields__ if name not in ("id",)]
    fields = [_field(name, hints[name], owner if name not in common else "kind") for name in names]
    return tuple(field for field in fields if field is not None)


def _field(name: str, hint: Any, owner: str) -> Field | None:
    """One field, or None where it is not shown."""
    extra: dict[str, Any] = {}
    if typing.get_origin(hint) is typing.Annotated:
        hint, *metas = typing.get_args(hint)
        extra = next((meta.extra for meta in metas if isinstance(meta, msgspec.Meta) and meta.extra), {})
    if not extra:
        return None
    row = _row_type(hint)
    id = f"{owner}.{name}"
    return Field(
        name=name,
        label=text(extra["label"], key=id),
        editor=extra["editor"] or _usual_editor(hint, row, bool(extra["refers"])),
        section=extra["section"],
        refers=tuple(extra["refers"]),
        many=typing.get_origin(hint) is tuple,
        unit=extra["unit"],
        least=extra["least"],
        most=extra["most"],
        choices={value: text(label, key=f"{id}.{value}") for value, label in extra["choices"].items()},
        row=row,
        columns=fields_of(row, id) if row else (),
        type=hint,
        hint=text(extra["hint"], key=f"{id}.hint") if extra["hint"] else None,
    )


def _row_type(hint: Any) -> type[Row] | None:
    """The record of a table field, if it is one."""
    for part in typing.get_args(hint):
        if isinstance(part, type) and issubclass(part, Row):
            return part
    return None


def _usual_editor(hint: Any, row: type[Row] | None, refers: bool) -> EditorName:
    """The editor that a field of this type gets unless it names one."""
    parts = {hint, *typing.get_args(hint)}
    if row:
        return "rows"
    if refers:
        return "chips" if typing.get_origin(hint) is tuple else "reference"
    if typing.get_origin(hint) is tuple:
        return "chips"
    if bool in parts:
        return "switch"
    if int in parts or float in parts:
        return "number"
    if Words in parts:
        return "words"
    return "choice" if typing.get_origin(hint) is Literal else "text"
