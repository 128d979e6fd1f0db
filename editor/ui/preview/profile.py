"""Give the preview a browser profile that remembers nothing and grants nothing."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEngineProfile

from editor.ui.preview.interceptor import SiteOnlyInterceptor
from editor.ui.preview.policy import SCHEME
from editor.ui.preview.scheme import SiteSchemeHandler


class PreviewProfile(QWebEngineProfile):
    """Keep nothing on disk, take no cookies and downloads, and answer for one site only.

    Pages of this profile must be deleted before it is.
    """

    def __init__(self, handler: SiteSchemeHandler, parent: QObject | None = None) -> None:
        # A profile without a name is off the record.
        super().__init__(parent)
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.setPersistentCookiesPolicy(
            QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
        )
        self.setPersistentPermissionsPolicy(
            QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
        )
        self.setSpellCheckEnabled(False)
        self.setPushServiceEnabled(False)
        self.cookieStore().setCookieFilter(_no_cookie)
        self.downloadRequested.connect(_cancel)
        self._handler = handler
        self._interceptor = SiteOnlyInterceptor(self)
        self.setUrlRequestInterceptor(self._interceptor)
        self.installUrlSchemeHandler(SCHEME.encode(), handler)

    def serve(self, host: str, site_root: Path | None) -> None:
        """Answer for this host and this site only, from now on."""
        self._interceptor.allow(host)
        self._handler.serve(host, site_root)


def _no_cookie(_request: object) -> bool:
    return False


def _cancel(download: QWebEngineDownloadRequest) -> None:
    download.cancel()
