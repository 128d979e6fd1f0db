"""Put together what somebody needs who looks for a fault, and nothing that a person wrote."""

import platform
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from editor import __version__
from editor.ui.parts import Parts

_LINES = 60


def diagnostics(parts: Parts) -> str:
    """Give the facts about program, machine and open post: numbers and settings, no names."""
    return "\n".join(
        [
            f"Dateline {__version__}, {'packaged' if getattr(sys, 'frozen', False) else 'source'}",
            f"Qt {qVersion()} ({QGuiApplication.platformName()})",
            f"Python {platform.python_version()}",
            f"{platform.system()} {platform.release()}, {platform.machine()}",
            *_screens(),
            *_post(parts),
            *_settings(parts),
            "",
            *parts.log.last_lines(_LINES),
            "",
        ]
    )


def _screens() -> list[str]:
    return [
        f"screen {screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]


def _post(parts: Parts) -> list[str]:
    session, contents = parts.session, parts.sites.contents
    post, problem = session.post, parts.saver.problem
    block = post.front_matter
    ends = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}.get(post.newline, "other")
    site = "none" if parts.sites.site is None else "open"
    posts = len(contents.posts) if contents is not None else "unknown"
    fields = "none" if block is None else f"{len(block.entries)} fields"
    fault = block.problem.kind if block is not None and block.problem is not None else "none"
    return [
        f"site: {site}, posts: {posts}",
        f"post: {len(post.body)} characters, {post.encoding}, {ends}, mark: {post.bom}",
        f"saved before: {session.path is not None}, changed: {session.is_modified()}",
        f"front matter: {fields}, problem: {fault}",
        f"last save that failed: {problem.kind if problem is not None else 'none'}",
        f"safe keeping: {'in trouble' if parts.journal.trouble() else 'works'}",
    ]


def _settings(parts: Parts) -> list[str]:
    chosen = parts.store.settings
    return [
        f"appearance: {chosen.appearance}, size: {chosen.writing_size:g}",
        f"graphics card: {chosen.uses_gpu}, theme preview: {chosen.previews_in_theme}",
        f"hidden columns: {len(chosen.hidden_panes)}",
    ]
