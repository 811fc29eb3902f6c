"""The register: what is derived from the records, such as the history of each action and every address."""
