"""Change a finished page as plugins do that come last: jemoji and jekyll-mentions."""

import re
from typing import Final

from editor.site.plugins import Plugins

_PIECES = re.compile(
    r"<(pre|code|script|style|textarea|a)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>|[^<]+|<",
    re.DOTALL | re.IGNORECASE,
)
_EMOJI = re.compile(r":([a-z0-9_+-]+):")
# What speaks of mentioning mentions nobody.
_MENTION = re.compile(
    r"(?<!\w)@(?!mention(?:s|ed|ing)?\b)([a-z0-9][\w-]*+)(?!/|\.\w)", re.IGNORECASE | re.ASCII
)
_IMAGES: Final = "https://github.githubassets.com/images/icons/emoji/"

EMOJI: Final = {
    "+1": "1f44d", "-1": "1f44e", "100": "1f4af", "angry": "1f620", "apple": "1f34e",
    "art": "1f3a8", "balloon": "1f388", "beer": "1f37a", "bell": "1f514", "bike": "1f6b2",
    "bird": "1f426", "blush": "1f60a", "book": "1f4d6", "books": "1f4da", "boom": "1f4a5",
    "bug": "1f41b", "bulb": "1f4a1", "cake": "1f370", "calendar": "1f4c6", "camera": "1f4f7",
    "cat": "1f431", "clap": "1f44f", "coffee": "2615", "computer": "1f4bb",
    "confused": "1f615", "construction": "1f6a7", "cry": "1f622", "dog": "1f436",
    "earth_africa": "1f30d", "email": "2709", "exclamation": "2757", "eyes": "1f440",
    "fire": "1f525", "gem": "1f48e", "ghost": "1f47b", "gift": "1f381", "grin": "1f601",
    "grinning": "1f600", "heart": "2764", "heart_eyes": "1f60d", "heavy_check_mark": "2714",
    "house": "1f3e0", "information_source": "2139", "joy": "1f602", "key": "1f511",
    "laughing": "1f606", "link": "1f517", "lock": "1f512", "mag": "1f50d", "memo": "1f4dd",
    "moon": "1f314", "mountain": "26f0", "muscle": "1f4aa", "musical_note": "1f3b5",
    "ocean": "1f30a", "ok_hand": "1f44c", "package": "1f4e6", "pencil": "1f4dd",
    "phone": "260e", "pizza": "1f355", "point_right": "1f449", "pray": "1f64f",
    "question": "2753", "rainbow": "1f308", "raised_hands": "1f64c", "recycle": "267b",
    "rocket": "1f680", "rose": "1f339", "ship": "1f6a2", "slightly_smiling_face": "1f642",
    "smile": "1f604", "smiley": "1f603", "smirk": "1f60f", "snowflake": "2744",
    "sob": "1f62d", "sparkles": "2728", "star": "2b50", "sunglasses": "1f60e", "sunny": "2600",
    "tada": "1f389", "thinking": "1f914", "thumbsdown": "1f44e", "thumbsup": "1f44d",
    "trophy": "1f3c6", "unlock": "1f513", "warning": "26a0", "wave": "1f44b",
    "white_check_mark": "2705", "wink": "1f609", "wrench": "1f527", "x": "274c", "zap": "26a1",
}  # fmt: skip
"""The short names that posts use most, and the code points of each; others stay as written."""


def finished(html: str, plugins: Plugins) -> str:
    """Give a page with the pictures and links that the site's plugins put into its text."""
    with_emoji, with_mentions = "jemoji" in plugins.gems, "jekyll-mentions" in plugins.gems
    if not (with_emoji and ":" in html) and not (with_mentions and "@" in html):
        return html
    at = html.find("<body")
    head, body = (html[:at], html[at:]) if at >= 0 else ("", html)

    def changed(found: re.Match[str]) -> str:
        text = found[0]
        if text.startswith("<"):
            return text
        text = _EMOJI.sub(_picture, text) if with_emoji else text
        return _MENTION.sub(_link, text) if with_mentions else text

    return head + _PIECES.sub(changed, body)


def _picture(found: re.Match[str]) -> str:
    code = EMOJI.get(found[1])
    if code is None:
        return found[0]
    name = found[0]
    return (
        f'<img class="emoji" title="{name}" alt="{name}" src="{_IMAGES}unicode/{code}.png"'
        ' height="20" width="20">'
    )


def _link(found: re.Match[str]) -> str:
    name = found[1]
    return f'<a href="https://github.com/{name}" class="user-mention">@{name}</a>'
