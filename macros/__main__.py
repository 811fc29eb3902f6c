"""`python -m macros` is the command `minutes`, also where that is not on the PATH."""

from macros.cli import main

main(prog_name="minutes")
