"""Hold the filters of Liquid 4 and of Jekyll, grouped by what they work on."""
