from dataclasses import replace

from editor.site.file_identity import FileIdentity, digest_of


def test_bytes_decide_whether_a_file_is_the_same():
    """One changed letter is another digest; what could not be kept plays no part."""
    assert digest_of(b"a") != digest_of(b"b")
    assert len(digest_of(b"")) == 64
    identity = FileIdentity(digest_of(b"a"), 1, 2, 3)
    assert replace(identity, not_kept=("owner",)) == identity
    assert identity.looks_like(1, 2, 3)
    assert not identity.looks_like(1, 2, 4)
