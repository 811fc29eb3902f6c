"""What the machine refuses: no right to a file, no space on the disk, not enough memory."""

import errno
import os

from macros.language import _, marked
from macros.record.models import quoted

_NO_RIGHT = marked("there is no permission to read or write {file}; give yourself the right to do so")
_NO_SPACE = marked("there is no space left on the disk for {file}; delete what is not needed, and run this again")
_SAID = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: marked("{file} is on a disk that can only be read; copy the project to another disk"),
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: _NO_SPACE,
    errno.EFBIG: _NO_SPACE,
    errno.ENAMETOOLONG: marked("the name {file} is too long; shorten it"),
}


def refusal(error: OSError | MemoryError) -> str:
    """Why a command cannot continue, what it is about, and what to do, as a sentence."""
    if isinstance(error, MemoryError) or error.errno == errno.ENOMEM:
        return _("there is not enough memory; close other programs, and run this again")
    said = _SAID.get(error.errno or 0, marked("{file} cannot be read or written: {why}; see whether it is there"))
    named = error.filename2 or error.filename  # of a file that is copied, where it was to go
    name = os.fsdecode(named) if isinstance(named, str | bytes) else _("a file")
    return _(said).format(file=quoted(name), why=error.strerror or error)
