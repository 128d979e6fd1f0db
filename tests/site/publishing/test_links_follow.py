"""Rename a post: every link to it follows, in every way that people write links."""

import pytest

from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.steps import plan_move_to, plan_publish, plan_rename, plan_unpublish

OLD, NEW = "2025-11-17-first-snow", "2025-11-18-late-snow"
OLD_URL, NEW_URL = "/2025/11/17/first-snow.html", "/2025/11/17/late-snow.html"

FOLLOW = {
    f"[x]({{% post_url {OLD} %}})": f"[x]({{% post_url {NEW} %}})",
    f"[x]({{%- post_url {OLD} -%}}#a)": f"[x]({{%- post_url {NEW} -%}}#a)",
    f"[x]({{% link _posts/{OLD}.md %}})": f"[x]({{% link _posts/{NEW}.md %}})",
    f"[x]({{% link /_posts/{OLD}.md %}})": f"[x]({{% link /_posts/{NEW}.md %}})",
    f"[x]({OLD_URL})": f"[x]({NEW_URL})",
    f'[x]({OLD_URL}#top "Snow")': f'[x]({NEW_URL}#top "Snow")',
    f"[x](<{OLD_URL}>)": f"[x](<{NEW_URL}>)",
    f"[x](/paper{OLD_URL}?a=b)": f"[x](/paper{NEW_URL}?a=b)",
    f"[x](https://quay.example/paper{OLD_URL})": f"[x](https://quay.example/paper{NEW_URL})",
    f"[x](http://quay.example/paper{OLD_URL})": f"[x](http://quay.example/paper{NEW_URL})",
    f"see https://quay.example/paper{OLD_URL}.": f"see https://quay.example/paper{NEW_URL}.",
    f"<https://quay.example/paper{OLD_URL}>": f"<https://quay.example/paper{NEW_URL}>",
    f"[x]({{{{ site.baseurl }}}}{OLD_URL})": f"[x]({{{{ site.baseurl }}}}{NEW_URL})",
    f"[x]({{{{site.url}}}}{{{{site.baseurl}}}}{OLD_URL})": (
        f"[x]({{{{site.url}}}}{{{{site.baseurl}}}}{NEW_URL})"
    ),
    f"[x]({{{{ '{OLD_URL}' | relative_url }}}})": f"[x]({{{{ '{NEW_URL}' | relative_url }}}})",
    f'<a href="{{{{ "{OLD_URL}" | absolute_url }}}}">': (
        f'<a href="{{{{ "{NEW_URL}" | absolute_url }}}}">'
    ),
    f"[x]: {OLD_URL} 'Snow'": f"[x]: {NEW_URL} 'Snow'",
    f"  [x]: <{OLD_URL}>": f"  [x]: <{NEW_URL}>",
    f'<a class="b" href="{OLD_URL}">x</a>': f'<a class="b" href="{NEW_URL}">x</a>',
    f"<a href='{OLD_URL}'>x</a>": f"<a href='{NEW_URL}'>x</a>",
    f"<a href={OLD_URL}>x</a>": f"<a href={NEW_URL}>x</a>",
    f'{{% include card.html to="{OLD_URL}" %}}': f'{{% include card.html to="{NEW_URL}" %}}',
    "[x](../../17/first-snow.html)": "[x](../17/late-snow.html)",
    "[x](../17/first-snow.html)": "[x](../17/late-snow.html)",
    "[x](/2025/11/17/first-snow)": "[x](/2025/11/17/late-snow)",
    f"![p](x.png) `code` [x]({OLD_URL})": f"![p](x.png) `code` [x]({NEW_URL})",
}
STAY = [
    f"`[x]({OLD_URL})`",
    f"```\n[x]({OLD_URL})\n```",
    f"~~~ md\n{{{{ site.url }}}}{OLD_URL}\n[x]({OLD_URL})\n~~~",
    f"{{% raw %}}{{% post_url {OLD} %}}{{% endraw %}}",
    f"{{% highlight md %}}[x]({OLD_URL}){{% endhighlight %}}",
    f"first-snow, {OLD_URL} and {OLD} in the text",
    f"[x](https://other.example{OLD_URL})",
    "[x](mailto:first-snow@quay.example)",
    "[x](#first-snow)",
    "[x](/2025/11/17/first-snow-melts.html)",
    "[x](/a/2025/11/17/first-snow.html)",
    "[x](first-snow.html)",
    "[^first-snow]: /2025/11/17/first-snow.htm",
    "{% post_url 2025-11-18-first-snow %}",
    "{% post_url sub/2025-11-17-first-snows %}",
    '{% include card.html slug="first-snow" %}',
    '<div data-name="first-snow" title="/2025/11/17/first-snow.html">',
]


def page(body):
    """Give the text of a post with this body."""
    return f"---\nlayout: post\n---\n{body}\n"


@pytest.mark.parametrize(("before", "after"), FOLLOW.items())
def test_a_link_follows_a_renamed_post(paper, before, after):
    """Exactly the address changes, in the way it was written, and undo brings it back."""
    other = paper.put("_posts/2025-11-20-other.md", page(before))
    files = paper.files()
    plan = plan_rename(paper.bench, paper.snow, f"{NEW}.md")
    carry_out(plan, paper.root)
    if before.startswith("[x](../../17"):
        assert other.read_text() == page(before), "it never led there"
        return
    assert other.read_text() == page(after)
    carry_out(plan.inverse(), paper.root)
    assert paper.files() == files


@pytest.mark.parametrize("text", STAY)
def test_what_is_no_link_to_the_post_stays(paper, text):
    """Code, other posts, other sites, and words that only look like it are left alone."""
    paper.put("_posts/2025-11-20-other.md", page(text))
    plan = plan_rename(paper.bench, paper.snow, f"{NEW}.md")
    assert [change.place for change in plan.changes] == [paper.snow]


def test_links_follow_in_every_kind_of_text(paper):
    """Pages, drafts, includes, layouts, data, fields of the front matter; not in the build."""
    link = f'<a href="{OLD_URL}">'
    names = ["about.html", "_includes/a.html", "_layouts/b.html", "sub/c.md", "_drafts/d.md"]
    for name in names:
        paper.put(name, page(link) if name.endswith("md") else link)
    paper.put("_data/nav.yml", f"- title: Snow\n  url: {OLD_URL}\n")
    paper.put("_posts/2025-11-21-f.md", f"---\nrelated: ['{OLD_URL}']\nsource: x\n---\n")
    untouched = {"_site/a.html": link, "node_modules/x.html": link, ".git/x.html": link}
    for name, text in untouched.items():
        paper.put(name, text)
    plan = plan_rename(paper.bench, paper.snow, f"{NEW}.md")
    found = {change.place.relative_to(paper.root).as_posix() for change in plan.changes[1:]}
    assert found == {*names, "_data/nav.yml", "_posts/2025-11-21-f.md"}
    carry_out(plan, paper.root)
    assert (paper.root / "_data/nav.yml").read_text() == f"- title: Snow\n  url: {NEW_URL}\n"
    assert f"['{NEW_URL}']" in (paper.root / "_posts/2025-11-21-f.md").read_text()


def test_names_in_every_script_are_found_however_they_are_written(paper):
    """An address may be encoded, decoded, in small letters, with accents apart."""
    paper.put("_posts/2025-11-19-été-à-l-île.md", page("x"))
    spellings = [
        "/2025/11/19/%C3%A9t%C3%A9-%C3%A0-l-%C3%AEle.html",
        "/2025/11/19/%c3%a9t%c3%a9-%c3%a0-l-%c3%aele.html",
        "/2025/11/19/été-à-l-île.html",
        "/2025/11/19/e\u0301te\u0301-a\u0300-l-i\u0302le.html",
    ]
    text = "\n".join(f"[x]({each})" for each in spellings)
    other = paper.put("about.md", page(text))
    path = paper.root / "_posts/2025-11-19-été-à-l-île.md"
    carry_out(plan_rename(paper.bench, path, "2025-11-19-冬.md"), paper.root)
    lines = other.read_text().splitlines()[3:]
    assert lines[:2] == ["[x](/2025/11/19/%E5%86%AC.html)"] * 2
    assert lines[2:] == ["[x](/2025/11/19/冬.html)"] * 2


def test_line_ends_marks_and_broken_bytes_of_other_files_stay(paper):
    """A file with CRLF, a byte order mark or bytes that are no UTF-8 differs in the link only."""
    raw = f"\ufeff---\r\ntitle: x\r\n---\r\n[x]({OLD_URL})\r\n".encode() + b"\xe9\x80\r\n"
    other = paper.put("_posts/2025-11-20-other.md", raw)
    carry_out(plan_rename(paper.bench, paper.snow, f"{NEW}.md"), paper.root)
    assert other.read_bytes() == raw.replace(OLD_URL.encode(), NEW_URL.encode())


def test_a_post_that_moves_to_another_folder_keeps_what_it_names_from_there(paper):
    """Its own relative links and pictures are counted anew from its new address."""
    paper.put(
        "_posts/2025-11-17-first-snow.md", page("![p](p.png) [x](../18/thaw.html#a) [^n]: p")
    )
    carry_out(plan_move_to(paper.bench, paper.snow, paper.root / "news/_posts"), paper.root)
    text = (paper.root / "news/_posts/2025-11-17-first-snow.md").read_text()
    assert "![p](../../../../2025/11/17/p.png)" in text
    assert "[x](../../../../2025/11/18/thaw.html#a)" in text
    assert "[^n]: p" in text


def test_pictures_in_a_folder_of_the_post_s_own_go_with_it(paper):
    """The folder bears the post's name; what the post says of it follows."""
    paper.put(f"assets/{OLD}/a.jpg", b"\xff\xd8")
    paper.put("images/first-snow/b.jpg", b"\xff\xd9")
    body = f"![a](/assets/{OLD}/a.jpg) ![b]({{{{ '/images/first-snow/b.jpg' | relative_url }}}})"
    paper.put(f"_posts/{OLD}.md", page(body))
    files = paper.files()
    plan = plan_rename(paper.bench, paper.snow, f"{NEW}.md")
    carry_out(plan, paper.root)
    assert (paper.root / f"assets/{NEW}/a.jpg").read_bytes() == b"\xff\xd8"
    assert (paper.root / "images/late-snow/b.jpg").exists()
    assert not (paper.root / f"assets/{OLD}").exists()
    text = (paper.root / f"_posts/{NEW}.md").read_text()
    assert f"![a](/assets/{NEW}/a.jpg) ![b]({{{{ '/images/late-snow/b.jpg' | relative" in text
    carry_out(plan.inverse(), paper.root)
    assert paper.files() == files


def test_a_folder_that_others_use_too_stays(paper):
    """A post that is called as the folder of all pictures does not take it along."""
    post = paper.put("_posts/2025-11-19-assets.md", page("![a](/assets/a.jpg)"))
    paper.put("assets/a.jpg", b"\xff\xd8")
    paper.put("about.md", page("![a](/assets/a.jpg)"))
    plan = plan_rename(paper.bench, post, "2025-11-19-things.md")
    assert [change.place for change in plan.changes] == [post]


def test_an_address_without_words_is_found_in_a_path_only(paper):
    """A post that shows at `/2025/11/17/` is found by its day, and no number is taken for it."""
    day = paper.put("_posts/2025-11-17-day.md", "---\npermalink: /:year/:month/:day/\n---\nx")
    text = "[x](/2025/11/17/) [x](../17/) 17 [17](/17.html) [y](/2024/11/17/) [x](/2025/11/17#a)"
    other = paper.put("_posts/2025-11-16-other.md", f"---\npermalink: /2025/11/16/\n---\n{text}")
    carry_out(plan_rename(paper.bench, day, "2025-11-18-day.md"), paper.root)
    assert other.read_text().endswith(
        "[x](/2025/11/18/) [x](../18/) 17 [17](/17.html) [y](/2024/11/17/) [x](/2025/11/18#a)"
    )


def test_an_old_way_to_name_a_post_is_found_by_slug_and_day(paper):
    """Jekyll still takes the day of the front matter where no file of that name is there."""
    post = paper.put("_posts/2025-11-20-thaw.md", "---\ndate: 2025-11-19\n---\nx")
    other = paper.put("about.md", "---\n---\n{% post_url 2025-11-19-thaw %}")
    carry_out(plan_rename(paper.bench, post, "2025-11-20-melt.md"), paper.root)
    assert other.read_text().endswith("{% post_url 2025-11-20-melt %}")


def test_pictures_beside_a_post_in_its_own_folder_go_with_it(paper):
    """Through its whole life: published, renamed, unpublished; what it says of them stays."""
    text = "---\ntitle: Fog\n---\n![a](a.jpg) ![b](./deep/b.jpg) [c](c.html)\n"
    draft = paper.put("_drafts/fog/fog.md", text)
    paper.put("_drafts/fog/a.jpg", b"\xff\xd8")
    paper.put("_drafts/fog/deep/b.jpg", b"\xff\xd9")
    before = paper.files()
    plans = [plan_publish(paper.bench, draft)]
    carry_out(plans[-1], paper.root)
    post = paper.root / "_posts/fog/2026-11-25-fog.md"
    assert post.exists()
    assert (paper.root / "_posts/fog/deep/b.jpg").read_bytes() == b"\xff\xd9"
    plans.append(plan_rename(paper.bench, post, "2026-11-24-mist.md"))
    carry_out(plans[-1], paper.root)
    mist = paper.root / "_posts/mist/2026-11-24-mist.md"
    assert "![a](a.jpg) ![b](./deep/b.jpg)" in mist.read_text()
    assert not (paper.root / "_posts/fog").exists()
    plans.append(plan_unpublish(paper.bench, mist))
    carry_out(plans[-1], paper.root)
    assert (paper.root / "_drafts/mist/mist.md").exists()
    assert (paper.root / "_drafts/mist/a.jpg").exists()
    for plan in reversed(plans):
        carry_out(plan.inverse(), paper.root)
    assert paper.files() == before
