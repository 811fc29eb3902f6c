"""The explanation of initials, or of a name."""

from dataclasses import dataclass

from macros.language import _


@dataclass(frozen=True)
class Who:
    """The explanation of a set of initials, or of a name: name, role and organisation, as far as recorded.

    `initials`: the printed words. `key`: the entry of the register of people; empty for a word of the glossary.
    """

    initials: str
    name: str
    role: str
    address: str
    is_named: bool = True
    key: str = ""

    @property
    def called(self) -> str:
        """The name, or `Name of EF not recorded`: a text for links that makes sense by itself."""
        return self.name if self.is_named else _("Name of {initials} not recorded").format(initials=self.initials)

    @property
    def listed(self) -> str:
        """`EF: Jane Smith` for lists and titles, or the name alone where it is what is printed."""
        return self.name if self.initials == self.name else f"{self.initials}: {self.name}"

    @property
    def typed(self) -> str:
        """What is typed behind a filter: the initials, or the name in quotation marks."""
        return f'"{self.initials}"' if " " in self.initials else self.initials

    @property
    def in_brackets(self) -> str:
        """The initials, to stand after the name; empty where they are the name."""
        return "" if self.initials == self.called else f" ({self.initials})"

    @property
    def explained(self) -> str:
        """Name, role and organisation in one line."""
        return f"{self.name}, {self.role}" if self.role else self.name
