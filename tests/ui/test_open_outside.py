import pytest

from editor.ui.dialogs.open_outside import may_open


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b#c", "HTTP://example.org", "mailto:desk@example.org"]
)
def test_a_web_or_mail_address_may_leave(address):
    """In the person's own browser or mail program."""
    assert may_open(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "file:///etc/passwd",
        "file://server/share",
        "//server/share",
        r"\\server\share",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ms-msdt:/id",
        "search-ms:query=x",
        "smb://server",
        "ssh://host",
        "https:",
        "https:///path",
        "http//example.org",
        " https://example.org",
        "C:\\windows",
        "/a/b",
        "calculator:",
    ],
)
def test_only_web_and_mail_addresses_leave(address):
    """Parsed, not matched: no file, no share, no other program."""
    assert not may_open(address)
