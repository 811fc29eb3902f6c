"""The record: reads data files into typed, immutable records with places. The rules are in `macros.rules`."""
