"""Hold the tags of Liquid 4 and of Jekyll, one file each."""
