"""From a post to the HTML that Jekyll would publish: no Qt."""
