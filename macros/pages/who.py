"""The explanation of initials, or of a name."""

from dataclasses import dataclass

from macros.language import _
from macros.record.models import is_full_name, is_name
from macros.register import without_article


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
    def shown(self) -> str:
        """What links to them where the record names them: the name, or another name if that is what is printed."""
        is_key = self.initials == self.key and not is_full_name(self.key)
        return self.initials if is_name(self.initials) and not is_key else self.called

    @property
    def beside_shown(self) -> str:
        """The initials in brackets, to stand after `shown`; empty where it says what is printed."""
        return "" if self.shown == self.initials else f" ({self.initials})"

    def role_beside(self, label: str) -> str:
        """The role, without its title where that is the word that stands there already, such as Chair."""
        title, _comma, rest = self.role.partition(", ")
        return rest if title.casefold() == label.casefold() else self.role

    @property
    def listed(self) -> str:
        """`EF: Jane Smith` for lists and titles, or the name alone where it is what is printed."""
        return self.name if self.initials == self.name else f"{self.initials}: {self.name}"

    @property
    def typed(self) -> str:
        """What is typed behind a filter: the initials, or the name in quotation marks."""
        return f'"{self.initials}"' if " " in self.initials else self.initials

    @property
    def says_itself(self) -> bool:
        """Whether the printed words are the name, but for an article, and need no explanation."""
        return without_article(self.initials) == without_article(self.called)

    @property
    def in_brackets(self) -> str:
        """The initials, to stand after the name; empty where they are the name."""
        return "" if self.initials == self.called else f" ({self.initials})"

    @property
    def in_lists(self) -> str:
        """The name with the initials in brackets, or the initials alone if no name is recorded."""
        return f"{self.name}{self.in_brackets}" if self.is_named else self.initials

    @property
    def explained(self) -> str:
        """Name, role and organisation in one line."""
        return f"{self.name}, {self.role}" if self.role else self.name
