"""Code in Rouge's colours: names of languages, how each is read, and the classes it gets."""
