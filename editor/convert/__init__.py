"""Other formats in and out: no Qt."""
