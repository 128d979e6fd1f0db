"""How an edit of one field is written into front matter, and proved."""
