"""The forms at /edit/, in which an office fills in the record without seeing YAML.

The forms are Sveltia CMS, a script that runs in the browser. What they ask is made from the JSON
Schemas of the models, so that fields, hints and choices cannot disagree with the record's.
"""

from macros.office.forms.configuration import configuration
from macros.office.forms.fields import KEY, fields
from macros.office.forms.host import RepositoryHost, repository_host
from macros.office.forms.scripts import scripts

__all__ = ["KEY", "RepositoryHost", "configuration", "fields", "repository_host", "scripts"]
