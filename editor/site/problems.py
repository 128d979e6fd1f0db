"""Say what is wrong with a file of the site, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteProblem:
    """Hold one thing that is wrong.

    Attributes:
        sentence: for a writer.
        file: the file, for people: relative to the site.
        line: the line of the file, from 1; 0 where no line can be named.
        stops_jekyll: whether Jekyll builds nothing at all because of it.
    """

    sentence: str
    file: str = ""
    line: int = 0
    stops_jekyll: bool = False
