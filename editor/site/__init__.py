"""The Jekyll site on disk: no Qt."""
