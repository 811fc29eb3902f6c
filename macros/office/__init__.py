"""The office: what the people who keep the record start from."""
