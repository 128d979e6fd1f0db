"""Stand in for the plugins that many sites use: what they write into a page."""
