"""The site: builds it with a generator, audits it, and replaces the previous site."""
