"""Examples of programs that read the open data."""

from macros.register import Register, addresses

# Reserved for examples (RFC 2606): where the address of the site is not known.
UNKNOWN_SITE = "https://site.example/"

_CURL = """\
curl --remote-name "{site}{meetings}"
curl --remote-name "{site}{everything}"
"""
_PYTHON = """\
import pandas as pd

actions = pd.read_csv("{site}{actions}", dtype=str, keep_default_na=False)
print(actions[actions["open"] == "true"][["id", "owner", "wording"]])
"""
_R = """\
actions <- read.csv("{site}{actions}", colClasses = "character", encoding = "UTF-8")
subset(actions, open == "true", select = c("id", "owner", "wording"))
"""


def examples(register: Register) -> dict[str, str]:
    """The code of each example by the name of its program, with the address of this site where it is known."""
    at = {
        "site": site(register), "meetings": addresses.data_file("meetings.json"),
        "actions": addresses.data_file("actions.csv"), "everything": addresses.RECORD_ZIP,
    }  # fmt: skip
    return {name: code.format(**at) for name, code in (("curl", _CURL), ("Python (pandas)", _PYTHON), ("R", _R))}


def site(register: Register) -> str:
    """The address of the site, or one that stands for it."""
    return register.site_address or UNKNOWN_SITE
