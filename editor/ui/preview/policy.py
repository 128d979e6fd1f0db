"""The rules of the preview page, in one place: its scheme, its host, its security policy."""

import secrets

SCHEME = "sitepreview"
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"img-src {SCHEME}: data:",
        f"media-src {SCHEME}:",
        f"style-src {SCHEME}: 'unsafe-inline'",
        f"font-src {SCHEME}:",
        "script-src 'none'",
        "object-src 'none'",
        "frame-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)


def new_host() -> str:
    """Give a host that no post can guess, for one site in one session."""
    return secrets.token_hex(16)
