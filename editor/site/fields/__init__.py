"""What a site teaches the form: which fields its posts have, of which kind, with which values."""
