"""The changes of the record as JSON, for programs."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from macros.language import json_text
from macros.record import Problem
from macros.review.changes import Changes


def as_json(
    changes: Changes, problems: Iterable[Problem], remarks: Iterable[str] = (), outside: Sequence[str] = ()
) -> str:
    """The fields of `Changes` as a JSON object, with `problems` (place, severity, message), `remarks` and `outside`."""
    listed = [{"place": str(p.place), "severity": p.severity.word, "message": p.message} for p in problems]
    whole = {**asdict(changes), "problems": listed, "remarks": list(remarks), "outside": list(outside)}
    return json_text(whole) + "\n"
