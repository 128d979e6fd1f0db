"""Search in the texts of a site, and replacing across it."""
