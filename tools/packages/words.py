"""Fill the words of `product.py` into the templates of the packages."""

from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

import product

_TEMPLATES = Path(__file__).parent / "templates"


def filled(template: str, **more: str) -> str:
    """Give a template with Dateline's own words and `more` in it.

    Raises:
        KeyError: the template asks for a word that nobody gives.
    """
    words = _words() | more
    if template.endswith((".xml", ".plist")):
        words = {name: escape(word) for name, word in words.items()}
    return Template((_TEMPLATES / template).read_text(encoding="utf-8")).substitute(words)


def _words() -> dict[str, str]:
    developer, _, address = product.MAINTAINER.partition(" <")
    return {
        "app_id": product.APP_ID,
        "command": product.COMMAND,
        "copyright": product.COPYRIGHT,
        "date": product.release_date(),
        "developer": developer,
        "developer_id": address.rstrip(">").partition("@")[2],
        "generic_name": product.GENERIC_NAME,
        "homepage": product.HOMEPAGE,
        "keywords": "".join(f"{word};" for word in product.KEYWORDS),
        "maintainer": product.MAINTAINER,
        "mime_types": "".join(f"{kind};" for kind in product.MIME_TYPES),
        "name": product.NAME,
        "summary": product.SUMMARY,
        "version": product.version(),
        "what_it_is": product.WHAT_IT_IS,
        "what_it_promises": product.WHAT_IT_PROMISES,
    }
