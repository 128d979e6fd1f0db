"""Serve the preview page, Dateline's own styles and the site's files, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from typing_extensions import override

from editor.render.links import OWN
from editor.site.served_files import ServedFile, ServedFiles
from editor.ui.preview.policy import CONTENT_SECURITY_POLICY, SCHEME

# The page styles itself with these; paths below `OWN`, files below the resources folder.
_OWN_FOLDERS = {"preview/": "preview", "fonts/": "fonts"}
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def register_scheme() -> None:
    """Make the scheme known to the engine; call before its first profile is made."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name().size():
        return
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    # Secure, and nothing more: no file access, no fetch, no exemption from the policy.
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class SiteSchemeHandler(QWebEngineUrlSchemeHandler):
    """Answer the page's requests; whatever is not plainly allowed fails."""

    def __init__(
        self, resources: Path, shell: Callable[[], bytes], parent: QObject | None = None
    ) -> None:
        """Take the folder of Dateline's own files and what gives the empty page."""
        super().__init__(parent)
        self._shell = shell
        self._own = {path: ServedFiles(resources / name) for path, name in _OWN_FOLDERS.items()}
        self._site: ServedFiles | None = None
        self._host = ""

    def serve(self, host: str, site_root: Path | None) -> None:
        """Answer for this host only, from this site only, from now on."""
        self._host = host
        self._site = ServedFiles(site_root) if site_root is not None else None

    @override
    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        try:
            self._answer(job)
        except Exception:
            # A request that nobody answers would hang for good.
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
            raise

    def _answer(self, job: QWebEngineUrlRequestJob) -> None:
        url, initiator = job.requestUrl(), job.initiator()
        is_page = url.path() == "/" and not initiator.isValid()
        is_ours = initiator.scheme() == SCHEME and initiator.host() == self._host
        if (
            bytes(job.requestMethod().data()) != b"GET"
            or url.scheme() != SCHEME
            or url.host() != self._host
            or not (is_page or is_ours)
        ):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif is_page:
            _reply(job, _buffer(self._shell(), job), "text/html; charset=utf-8")
        else:
            self._send_file(job, self._find(bytes(url.toEncoded().data()).decode("ascii")))

    def _find(self, address: str) -> ServedFile | None:
        # The engine has not decoded the path: `..%2f` still reads so here.
        path = "/" + address.split("/", 3)[3]
        if not path.startswith(OWN):
            return self._site.find(path) if self._site else None
        for prefix, files in self._own.items():
            if path.startswith(OWN + prefix):
                return files.find(path[len(OWN + prefix) - 1 :])
        return None

    def _send_file(self, job: QWebEngineUrlRequestJob, found: ServedFile | None) -> None:
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        file = QFile(str(found.path), job)
        if file.open(QIODevice.OpenModeFlag.ReadOnly):
            _reply(job, file, found.media_type)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


def own_address(name: str) -> str:
    """Give the address of one of Dateline's own files, such as `preview/page.css`."""
    return OWN + quote(name)


def _buffer(data: bytes, job: QWebEngineUrlRequestJob) -> QBuffer:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _reply(job: QWebEngineUrlRequestJob, device: QIODevice, media_type: str) -> None:
    # Lists, not single values: PySide accepts those too and then sends no header at all.
    headers = {QByteArray(k.encode()): [QByteArray(v.encode())] for k, v in _HEADERS.items()}
    job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type]  # the stub knows no lists
    job.reply(QByteArray(media_type.encode()), device)
