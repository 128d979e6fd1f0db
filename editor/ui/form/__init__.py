"""The front-matter form."""
