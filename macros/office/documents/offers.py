"""Which documents there are, and where."""

from collections.abc import Callable, Iterator
from functools import partial

from macros.language import _
from macros.office.documents import odt, pdf
from macros.office.documents.content import Content, content_of
from macros.pages import Alternative, Use
from macros.register import Register, addresses


def files(register: Register) -> dict[str, Callable[[], bytes]]:
    """What makes each document of each meeting, by the address of the file."""
    return {
        addresses.document(stem, suffix): partial(_made, write, register, stem)
        for stem in register.archive.meetings
        for suffix, write in _writers().items()
    }


def _writers() -> dict[str, Callable[[Content], bytes]]:
    """What writes a document, by the suffix of its file."""
    always: dict[str, Callable[[Content], bytes]] = {"odt": odt.open_document}
    return {"pdf": pdf.pdf_document, **always} if pdf.weasyprint() else always


def _made(write: Callable[[Content], bytes], register: Register, stem: str) -> bytes:
    return write(content_of(register, stem))


def alternatives(register: Register, address: str) -> Iterator[Alternative]:
    """The documents of a meeting, for its page, and the way to them, for the whole record."""
    if address == addresses.HOME and register.archive.meetings:
        name = _("Minutes (PDF, ODT)") if pdf.weasyprint() else _("Minutes (ODT)")
        about = _("The page of each meeting ends with links to it as a document.")
        yield Alternative(Use.DOWNLOAD, name, addresses.MEETINGS, about=about)
    if not (stem := register.meetings_at.get(address)):
        return
    if pdf.weasyprint():
        yield Alternative(Use.DOWNLOAD, _("PDF"), addresses.document(stem, "pdf"), pdf.MEDIA_TYPE)
    yield Alternative(Use.DOWNLOAD, _("ODT"), addresses.document(stem, "odt"), odt.MEDIA_TYPE)


FILES, ALTERNATIVES = files, alternatives
