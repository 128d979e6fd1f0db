"""What runs behind the window, built once and handed to everything in it that needs it."""

from dataclasses import dataclass

from editor.services.document_service import DocumentService
from editor.services.history import History
from editor.services.image_service import ImageService
from editor.services.index_service import IndexService
from editor.services.journal import Journal
from editor.services.life_service import LifeService
from editor.services.log_file import LogFile
from editor.services.mishaps import Mishaps
from editor.services.page_addresses import PageAddresses
from editor.services.post_place import PostPlaces
from editor.services.presence import Presence
from editor.services.preview_service import PreviewService
from editor.services.save_service import SaveService
from editor.services.search_service import SearchService
from editor.services.session import Session
from editor.services.settings import SettingsStore
from editor.services.site_service import SiteService
from editor.services.watcher import FileWatcher
from editor.ui.appearance import Appearance
from editor.ui.icons import Icons


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold the services and the appearance of one window."""

    session: Session
    index: IndexService
    sites: SiteService
    search: SearchService
    places: PostPlaces
    saver: SaveService
    previews: PreviewService
    journal: Journal
    history: History
    images: ImageService
    documents: DocumentService
    watcher: FileWatcher
    life: LifeService
    presence: Presence
    log: LogFile
    mishaps: Mishaps
    pages: PageAddresses
    store: SettingsStore
    appearance: Appearance
    icons: Icons
