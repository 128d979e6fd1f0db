"""Join what two people did to one post since both had the same text."""
