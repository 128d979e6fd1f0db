"""Stop every request that leaves the preview's own scheme."""

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor
from typing_extensions import override

from editor.ui.preview.policy import SCHEME

_IMAGE = QWebEngineUrlRequestInfo.ResourceType.ResourceTypeImage


class SiteOnlyInterceptor(QWebEngineUrlRequestInterceptor):
    """Let through the page of one host, and pictures that are part of the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = ""

    def allow(self, host: str) -> None:
        """Let requests to this host through from now on, and to no other."""
        self._host = host

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        is_site = url.scheme() == SCHEME and url.host() == self._host
        is_inline_picture = url.scheme() == "data" and info.resourceType() == _IMAGE
        info.block(not (is_site or is_inline_picture))
