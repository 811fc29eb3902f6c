"""Makes the fields of a form from the JSON Schema of a record."""

import json
import re
from typing import Any

from macros.language import _, marked
from macros.office.forms.arranging import FOLDED, IN_FILE, SUMMARIES, FormField, arranged
from macros.record.models import Record, hint, json_schema

Schema = dict[str, Any]

# Sveltia CMS has no widget for mappings. They are shown as lists whose entries begin with their key;
# macros/office/forms/browser/record.js converts between the two.
KEY = "initials"


_DEEPEST = 3


def fields(kind: type[Record]) -> list[FormField]:
    """A form field for every field of the record, in the order of its form, with its title, hint and choices.

    Raises NotImplementedError for a field of an unknown shape, so that no field is left out silently.
    """
    schema = json.loads(json_schema(kind))
    return _Form(schema.get("$defs", {})).fields(schema)


class _Form:
    def __init__(self, definitions: dict[str, Schema]) -> None:
        self.definitions = definitions
        self.around: list[str] = []

    def fields(self, schema: Schema) -> list[FormField]:
        """The fields of a record. One that may be within itself is, up to `_DEEPEST` deep."""
        required, title = schema.get("required", ()), schema.get("title", "")
        self.around.append(title)
        deepest = self.around.count(title) >= _DEEPEST
        parts = (
            (name, part) for name, part in schema["properties"].items() if not (deepest and self.holds(part, title))
        )
        found = [self.field(name, part, name in required) for name, part in parts]
        self.around.pop()
        return arranged(title, found)

    def holds(self, part: Schema, title: str) -> bool:
        """Whether a field is a list of records of a kind."""
        return "items" in part and self.resolved(part["items"]).get("title") == title

    def field(self, name: str, schema: Schema, required: bool) -> FormField:
        shape = self.resolved(schema)
        return {
            "name": name, "label": _(schema["title"]), "hint": hint(schema["description"]), "required": required,
            **self.widget(shape), **({"minimize_collapsed": True} if name in FOLDED else {}),
        }  # fmt: skip

    def resolved(self, schema: Schema) -> Schema:
        """A field's schema without references and without the choice of leaving it empty."""
        shape = {**self.definitions.get(schema.get("$ref", "").rpartition("/")[2], {}), **schema}
        choices = [self.resolved(choice) for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
        # Names are either a text or a list of initials with the same meaning; the form has the text.
        # An entry of a list is keys with values, or its main text alone; the form has the keys. A list of such entries
        # may be one text; the form has the list.
        keys = next((choice for choice in choices if "properties" in choice or self.has_keys(choice)), None)
        listed = next((choice for choice in choices if "items" in choice), None) if shape.get("x-list") else None
        text = next((choice for choice in choices if choice.get("type") == "string"), None)
        return {**shape, **(keys or listed or text or (choices[0] if choices else {}))}

    def has_keys(self, shape: Schema) -> bool:
        """Whether a field is a list whose entries have keys."""
        return "items" in shape and "properties" in self.resolved(shape["items"])

    def text_of(self, shape: Schema) -> FormField:
        """Which key of an entry the file may hold as a text alone; record.js then puts it there."""
        return {IN_FILE: {"text_is": shape["x-text"]}} if "x-text" in shape else {}

    def widget(self, shape: Schema) -> FormField:
        if "enum" in shape:
            return _choice(shape["enum"])
        kind = shape.get("type")
        match kind if isinstance(kind, str) else next(iter(kind or ()), None):
            case "string":
                return _text(shape)
            case "boolean":
                return {"widget": "boolean", "default": shape.get("default", False)}
            case "array":
                return self.list_of(self.resolved(shape["items"]))
            case "object" if "patternProperties" in shape:
                return self.mapping(shape["patternProperties"])
            case "object" if "properties" in shape:
                return {"widget": "object", "fields": self.fields(shape), **self.text_of(shape)}
        raise NotImplementedError(f"no form is known for {shape}")

    def list_of(self, items: Schema) -> FormField:
        if "enum" in items:
            return {**_choice(items["enum"]), "multiple": True}
        if "properties" in items:
            return _folded(items, self.fields(items)) | self.text_of(items)
        return {
            "widget": "list",
            "label_singular": _("one"),
            "field": {"name": "entry", "label": _("Entry"), **self.widget(items)},
        }

    def mapping(self, patterns: dict[str, Schema]) -> FormField:
        [(pattern, entry)] = patterns.items()
        shape = self.resolved(entry)
        key = {
            "name": KEY, "label": _("Initials or name"),
            "hint": _("As the record prints them, like EF or Jane Smith; each stands here only once."),
            "required": True, **_text({"pattern": pattern, "examples": ["EF"]}),
        }  # fmt: skip
        return _folded(shape, [key, *self.fields(shape)])


# The names of list entries, which are the names of their records in words.
_ENTRIES = (
    marked("agenda item"), marked("action"), marked("decision"), marked("source"), marked("change"),
    marked("role"), marked("person"), marked("post"), marked("organisation"), marked("dated name"),
    marked("dated initials"), marked("dated group name"), marked("acknowledgement"), marked("paper"),
    marked("printed link"), marked("attendance"), marked("attendee"), marked("approved minutes"), marked("withheld"),
)  # fmt: skip


def _choice(options: list[str]) -> FormField:
    # All choices are shown on the page; a drop-down list would hide them.
    said = [{"label": _(option), "value": option} if _(option) != option else option for option in options]
    return {"widget": "select", "options": said, "dropdown_threshold": len(options) + 1}


def _text(shape: Schema) -> FormField:
    if shape.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    # Emoji suggestions after a colon would get in the way of 10:00.
    as_typed = {"use_emoji_autocomplete": False}
    if shape.get("contentMediaType"):
        return {"widget": "text", **as_typed}
    return {"widget": "string", **as_typed, **_pattern(shape)}


def _pattern(shape: Schema) -> FormField:
    if "pattern" not in shape:
        return {}
    like = _("This does not fit; see the hint")
    if "examples" in shape:
        like = _("Write it like {example}").format(example=shape["examples"][0])
    return {"pattern": [_for_browser(shape["pattern"]), like]}


def _for_browser(pattern: str) -> str:
    """A Python pattern as a JavaScript regular expression with the `u` flag."""
    letters = pattern.replace(r"[^\W_]", r"[\p{L}\p{N}]").replace(r"\w", r"\p{L}\p{N}_")
    return f"/{letters.replace('/', chr(92) + '/')}/u"


def _folded(shape: Schema, inner: list[FormField]) -> FormField:
    """A list whose entries are collapsed to a line, like the number and title of an agenda item."""
    first = " ".join(f"{{{{{field['name']}}}}}" for field in inner[:3] if field["widget"] != "list")
    summary = SUMMARIES.get(shape["title"], first)
    return {
        "widget": "list", "label_singular": _(_entry(shape["title"])), "collapsed": "auto", "summary": summary,
        "fields": inner,
    }  # fmt: skip


def _entry(record: str) -> str:
    """What one entry of a list is called: `AgendaItem` in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.removesuffix("Entry")).lower()
