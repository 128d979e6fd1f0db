"""The page that shows a post: no script of its own, no way out, no way to ask for anything."""

from collections.abc import Sequence
from urllib.parse import unquote

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDesktopMediaRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineSettings,
)
from typing_extensions import override

from editor.render import links
from editor.ui.preview.policy import SCHEME
from editor.ui.preview.profile import PreviewProfile

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.Accelerated2dCanvasEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.FocusOnNavigationEnabled,
    _Attribute.PlaybackRequiresUserGesture,
)


class PreviewPage(QWebEnginePage):
    """Show one page and follow no link: whoever listens decides what a click means.

    `link_activated` and `link_pointed_at` carry a web address, a path from the site's root, or
    whatever else the post wrote as the target (to be judged before it is opened).
    """

    link_activated = Signal(str)
    link_pointed_at = Signal(str)

    def __init__(self, profile: PreviewProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self._expected = QUrl()
        settings = self.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setAttribute(_Attribute.PlaybackRequiresUserGesture, True)
        settings.setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )
        self.setAudioMuted(False)
        self.linkHovered.connect(self._on_link_hovered)
        self._refuse_everything()

    def open(self, host: str) -> None:
        """Load the empty page of a host; the only navigation that ever happens."""
        self._expected = QUrl(f"{SCHEME}://{host}/")
        self.load(self._expected)

    @override
    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool
    ) -> bool:
        target = QUrl(url)
        if type == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            self.link_activated.emit(meant_by(target))
            return False
        is_expected = isMainFrame and target == self._expected
        return is_expected and type == QWebEnginePage.NavigationType.NavigationTypeTyped

    @override
    def createWindow(self, type: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        return None

    @override
    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        oldFiles: Sequence[str],
        acceptedMimeTypes: Sequence[str],
    ) -> list[str]:
        return []

    @override
    def javaScriptAlert(self, securityOrigin: QUrl | str, msg: str) -> None:
        return

    @override
    def javaScriptConfirm(self, securityOrigin: QUrl | str, msg: str) -> bool:
        return False

    @override
    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        return

    def _refuse_everything(self) -> None:
        self.newWindowRequested.connect(self._on_new_window)
        self.permissionRequested.connect(_deny)
        self.fullScreenRequested.connect(_reject_full_screen)
        self.registerProtocolHandlerRequested.connect(_reject_handler)
        self.fileSystemAccessRequested.connect(_reject_files)
        self.desktopMediaRequested.connect(_reject_screen)
        self.certificateError.connect(_reject_certificate)

    def _on_new_window(self, request: QWebEngineNewWindowRequest) -> None:
        if request.isUserInitiated():
            self.link_activated.emit(meant_by(request.requestedUrl()))

    def _on_link_hovered(self, address: str) -> None:
        self.link_pointed_at.emit(meant_by(QUrl(address)) if address else "")


def meant_by(url: QUrl) -> str:
    """Give what a link of the page stands for, its host in a form that cannot deceive."""
    if url.scheme() == SCHEME:
        path = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        if path.startswith(links.OUTSIDE):
            return links.meant(path)
        query = f"?{url.query()}" if url.hasQuery() else ""
        place = f"#{url.fragment().removeprefix(links.ID_PREFIX)}" if url.hasFragment() else ""
        return (unquote(path) if path != "/" or not place else "") + query + place
    return bytes(url.toEncoded().data()).decode("ascii")


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _reject_full_screen(request: QWebEngineFullScreenRequest) -> None:
    request.reject()


def _reject_handler(request: QWebEngineRegisterProtocolHandlerRequest) -> None:
    request.reject()


def _reject_files(request: QWebEngineFileSystemAccessRequest) -> None:
    request.reject()


def _reject_screen(request: QWebEngineDesktopMediaRequest) -> None:
    request.cancel()


def _reject_certificate(error: QWebEngineCertificateError) -> None:
    error.rejectCertificate()
