"""The column that lists the posts of the site."""
