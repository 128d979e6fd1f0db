"""Each fence stands by itself: where one were missing, the others would hold."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings

from editor.ui.preview.policy import new_host
from editor.ui.preview.profile import PreviewProfile
from editor.ui.preview.scheme import SiteSchemeHandler, register_scheme
from tests.ui.preview.conftest import PATIENCE, RESOURCES

SCRIPT = b"<title>calm</title><script>document.title='ran'</script><p>x</p>"


class Bench:
    """Hold a page that lets scripts run, and load what the scheme serves."""

    def __init__(self, qtbot, html, site):
        register_scheme()
        self._qtbot = qtbot
        self._handler = SiteSchemeHandler(RESOURCES, lambda: html)
        self._profile = PreviewProfile(self._handler)
        self._host = new_host()
        self._profile.serve(self._host, site)
        self.page = QWebEnginePage(self._profile)

    def load(self, path="/", host=None):
        """Load an address and tell whether something came."""
        with self._qtbot.waitSignal(self.page.loadFinished, timeout=PATIENCE) as loaded:
            self.page.load(QUrl(f"sitepreview://{host or self._host}{path}"))
        return loaded.args[0]

    def close(self):
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._profile.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def bench(qtbot, site):
    """Give what makes a bench."""
    benches = []

    def make(html=SCRIPT):
        benches.append(Bench(qtbot, html, site))
        return benches[-1]

    yield make
    for bench in benches:
        bench.close()


@pytest.mark.qt_log_ignore("Refused to execute inline script", extend=True)
def test_the_header_alone_stops_a_script(bench):
    """Served by the scheme, in a page with scripts on and no policy in its text."""
    bench = bench()
    assert bench.page.settings().testAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled)
    assert bench.load()
    assert bench.page.title() == "calm"


def test_without_the_header_the_script_runs(qtbot):
    """The control: the same text, not served by the scheme."""
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    with qtbot.waitSignal(page.titleChanged, timeout=PATIENCE, check_params_cb="ran".__eq__):
        page.setHtml(SCRIPT.decode())
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("path", ["/assets/own.png", "/-/preview/page.css", "/-/", "/index.html"])
def test_a_file_is_never_a_page(bench, path):
    """Only the empty page can be loaded by itself: a drawing, say, cannot."""
    assert not bench().load(path)


def test_another_host_is_not_served(bench):
    """A post that guesses the scheme still does not know the host."""
    assert not bench().load(host=new_host())
