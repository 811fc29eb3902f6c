"""A side feature: the forms at /edit/, in which an office fills in the record without seeing YAML.

The forms are Sveltia CMS, a script that runs in the browser. What they ask is made from the JSON
Schemas of the models, so that fields, hints and choices cannot disagree with the record's.
"""

from macros.office.forms.page import edit_files as FILES

__all__ = ["FILES"]
