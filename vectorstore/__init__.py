"""The library of minutes: records, catalogue, vectors, search and editions."""
