"""Find the links to a file in all texts of a site, and lead them to where the file goes."""
