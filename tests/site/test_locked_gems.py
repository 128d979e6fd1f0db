"""The releases that a site is built with."""

from editor.site.locked_gems import locked_release

LOCK = """\
GEM
  remote: https://gems.example/
  specs:
    jekyll (4.3.4)
      kramdown (~> 2.3, >= 2.3.1)
    kramdown (2.5.1)
      rexml (>= 3.3.9)
    kramdown-parser-gfm (1.1.0)
    sass-embedded (1.89.2-x86_64-linux-gnu)

DEPENDENCIES
  kramdown (~> 2.1)
"""


def test_the_release_is_the_one_that_is_locked(tmp_path):
    """Not what another gem asks for, nor a gem whose name only begins so."""
    (tmp_path / "Gemfile.lock").write_text(LOCK)
    assert locked_release(tmp_path, "kramdown") == (2, 5, 1)
    assert locked_release(tmp_path, "jekyll") == (4, 3, 4)
    assert locked_release(tmp_path, "sass-embedded") == (1, 89, 2)
    assert locked_release(tmp_path, "rexml") == ()


def test_a_site_need_not_lock_anything(tmp_path):
    """Many sites have no Gemfile at all."""
    assert locked_release(tmp_path, "kramdown") == ()
