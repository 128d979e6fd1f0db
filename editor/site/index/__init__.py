"""Know every post of a site at once: read in the background, kept between starts."""
