"""A side feature: the forms at /edit/, for editing the record without YAML.

The forms are Sveltia CMS, a script that runs in the browser. Their fields, hints and choices are generated from the
JSON Schemas of the models.
"""

from macros.office.forms.page import edit_files as FILES

__all__ = ["FILES"]
