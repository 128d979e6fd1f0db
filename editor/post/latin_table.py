"""Write Latin letters with marks in plain ASCII, as Jekyll's `latin` slugs do.

Jekyll 4.3 asks its translation library, which knows the letters U+00C0 to U+017E and
nothing else: each other character beyond ASCII becomes a question mark.
"""

_LETTERS_OF = {
    "A": "ÀÁÂÃÄÅĀĂĄ",
    "AE": "Æ",
    "C": "ÇĆĈĊČ",
    "D": "ÐĎĐ",
    "E": "ÈÉÊËĒĔĖĘĚ",
    "G": "ĜĞĠĢ",
    "H": "ĤĦ",
    "I": "ÌÍÎÏĨĪĬĮİ",
    "IJ": "Ĳ",
    "J": "Ĵ",
    "K": "Ķ",
    "L": "ĹĻĽĿŁ",
    "N": "ÑŃŅŇ",
    "NG": "Ŋ",
    "O": "ÒÓÔÕÖØŌŎŐ",
    "OE": "Œ",
    "R": "ŔŖŘ",
    "S": "ŚŜŞŠ",
    "T": "ŢŤŦ",
    "Th": "Þ",
    "U": "ÙÚÛÜŨŪŬŮŰŲ",
    "W": "Ŵ",
    "Y": "ÝŶŸ",
    "Z": "ŹŻŽ",
    "a": "àáâãäåāăą",
    "ae": "æ",
    "c": "çćĉċč",
    "d": "ðďđ",
    "e": "èéêëēĕėęě",
    "g": "ĝğġģ",
    "h": "ĥħ",
    "i": "ìíîïĩīĭįı",
    "ij": "ĳ",
    "j": "ĵ",
    "k": "ķĸ",
    "l": "ĺļľŀł",
    "n": "ñńņň",
    "'n": "ŉ",
    "ng": "ŋ",
    "o": "òóôõöøōŏő",
    "oe": "œ",
    "r": "ŕŗř",
    "s": "śŝşš",
    "ss": "ß",
    "t": "ţťŧ",
    "th": "þ",
    "u": "ùúûüũūŭůűų",
    "w": "ŵ",
    "x": "×",
    "y": "ýÿŷ",
    "z": "źżž",
}
_ASCII_OF = {letter: ascii_ for ascii_, letters in _LETTERS_OF.items() for letter in letters}


def without_marks(text: str) -> str:
    """Return `text` in ASCII: letters lose their marks, what is not known becomes `?`."""
    return "".join(c if c.isascii() else _ASCII_OF.get(c, "?") for c in text)
