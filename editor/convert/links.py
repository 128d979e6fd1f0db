"""Links go where they went, without what counts the people that follow them."""

from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from bs4 import BeautifulSoup, Tag

from editor.convert.losses import Losses

_COUNTING = frozenset(
    {
        *("fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "twclid", "ttclid"),
        *("igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "vero_id"),
        *("oly_enc_id", "oly_anon_id", "wickedid", "ref_src", "ref_url", "s_cid", "cmpid"),
    }
)
_COUNTING_BEGINNINGS = ("utm_", "pk_", "mtm_", "hsa_")
# Host's ending and path's beginning of a redirection -> the parameter with the true address.
_REDIRECTIONS = (
    ("google.com", "/url", ("q", "url")),
    ("safelinks.protection.outlook.com", "/", ("url",)),
    ("l.facebook.com", "/l.php", ("u",)),
    ("lm.facebook.com", "/l.php", ("u",)),
)
_LINKED = ("http", "https", "mailto", "tel", "ftp", "")
_LOCAL = ("file", "c", "d", "e", "blob", "about", "cid")


def clean_links(soup: BeautifulSoup, losses: Losses) -> None:
    """Give each link its true address; words stay where a link leads nowhere any more."""
    for tag in soup.find_all("a"):
        target = str(tag.get("href") or "").strip()
        scheme = _scheme(target)
        if not target or target.startswith("#"):
            tag.unwrap()
        elif scheme not in _LINKED:
            losses.note("local" if scheme in _LOCAL else "script")
            tag.unwrap()
        elif not tag.get_text(strip=True) and tag.find("img") is None:
            tag.decompose()
        else:
            _set(tag, clean_address(target))


def clean_address(address: str) -> str:
    """Give an address without redirections and without parameters that only count.

    What cannot be read as an address comes back as it is.
    """
    try:
        parts = urlsplit(address)
        true = _behind(parts.netloc, parts.path, parts.query)
        if true is not None and true != address:
            return clean_address(true)
        pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)
    except ValueError:
        return address
    kept = [pair for pair in pairs if not _counts(pair[0])]
    if len(kept) == len(pairs):
        return address
    return urlunsplit(parts._replace(query=urlencode(kept)))


def _behind(host: str, path: str, query: str) -> str | None:
    """Give the address that a redirection leads to; None where it is none."""
    for ending, beginning, names in _REDIRECTIONS:
        is_host = host == ending or host.endswith(f".{ending}")
        if is_host and path.startswith(beginning):
            found = parse_qs(query)
            for name in names:
                for value in found.get(name, []):
                    if value.startswith(("http://", "https://")):
                        return value
    return None


def _counts(name: str) -> bool:
    return name in _COUNTING or name.startswith(_COUNTING_BEGINNINGS)


def _scheme(target: str) -> str:
    try:
        return urlsplit(target).scheme
    except ValueError:
        return "unreadable"


def _set(tag: Tag, address: str) -> None:
    words = tag.get_text(strip=True)
    if words == tag["href"]:
        # What was shown as the address stays the address.
        tag.string = address
    title = str(tag.get("title") or "")
    tag.attrs = {"href": address}
    if title:
        tag["title"] = title
