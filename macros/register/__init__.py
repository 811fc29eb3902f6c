"""The register: what follows from the records, such as every action's dated history and every address."""
