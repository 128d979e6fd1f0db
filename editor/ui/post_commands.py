"""What the File menu does: a post's way from disk to the window and back."""

from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QObject, Signal

from editor.post.errors import DatelineError
from editor.post.post import Post
from editor.services.save_service import SaveProblem
from editor.site.file_identity import Digest
from editor.site.folders import find_site
from editor.site.free_names import free_name
from editor.site.post_file import OpenedFile, read_post
from editor.site.write_policy import CAREFUL, WritePolicy
from editor.ui.dialogs.ask import Ask
from editor.ui.dialogs.open_outside import may_open, open_outside
from editor.ui.parts import Parts

# What a refused save can be allowed to do all the same: the policy, and the button's words.
_ALLOWANCES = {
    "hard-link": (WritePolicy(in_place=True), "Write in place"),
    "no-folder-right": (WritePolicy(in_place=True), "Write in place"),
    "in-use": (WritePolicy(in_place=True), "Write in place"),
    "read-only": (WritePolicy(replace_read_only=True), "Save all the same"),
}


class PostCommands(QObject):
    """Open, begin, save, rename and close posts, asking the person where it is theirs to say.

    `opened` brings the `OpenedFile`, or None for a new post; `words_wanted` comes before a post
    is saved or left, for whoever holds words back until a pause or an Enter; `changes_given_up`
    says that the post may be left without being saved; `step_wanted` names a step of its life,
    `merge_wanted` that others' changes are to be taken in.
    """

    opened = Signal(object)
    words_wanted = Signal()
    changes_given_up = Signal()
    writing_allowed = Signal()
    merge_wanted = Signal()
    step_wanted = Signal(str)

    def __init__(self, parts: Parts, ask: Ask) -> None:
        super().__init__(ask)
        self._session = parts.session
        self._saver = parts.saver
        self._sites = parts.sites
        self._places = parts.places
        self._store = parts.store
        self._ask = ask
        self._opened: OpenedFile | None = None

    # Open and begin

    def open(self, path: Path) -> None:
        """Open the post in `path`, or the site where it is a folder."""
        if path.is_dir():
            self.open_site(path)
        elif self.may_leave():
            self._open(path)

    def open_site(self, folder: Path) -> None:
        """Open the site in `folder`, or the one it lies in."""
        root = find_site(folder)
        if root is None:
            self._ask.tell(
                f"“{folder.name}” is no Jekyll site.",
                "A site is a folder with a _config.yml or with a _posts folder in it. Nothing "
                "was changed.",
            )
            return
        self._sites.open(root)
        self._store.change(self._store.settings.with_recent_site(root))

    def ask_and_open_post(self) -> None:
        """Ask for a post and open it."""
        if not self.may_leave():
            return
        path = self._ask.post_to_open(self._folder())
        if path is not None:
            self._open(path)

    def ask_and_open_site(self) -> None:
        """Ask for a site and open it."""
        folder = self._ask.site_to_open(self._folder())
        if folder is not None:
            self.open_site(folder)

    def begin(self) -> None:
        """Begin a new post in the open site."""
        if self.may_leave():
            self._opened = None
            self._session.open(self._places.new_post(), None, None)
            self.opened.emit(None)

    def begin_at(self, path: Path | None) -> bool:
        """Begin an empty post that has a path already, or none; tell whether it was begun."""
        if not self.may_leave():
            return False
        self._opened = None
        self._session.open(Post.from_bytes(b""), path, None)
        self.opened.emit(None)
        return True

    def close(self) -> None:
        """Close the post: a new one stands in its place."""
        self.begin()

    def may_leave(self) -> bool:
        """Tell whether the open post may be left, after asking what becomes of its changes."""
        self.words_wanted.emit()
        if not self._session.is_modified():
            return True
        answer = self._ask.about_unsaved(self._places.place.name)
        if answer == "save":
            return self.save()
        if answer == "discard":
            self.changes_given_up.emit()
        return answer == "discard"

    # Save

    def save(self) -> bool:
        """Save where the post lies, or where its title and date say; tell whether it is saved."""
        self.words_wanted.emit()
        path = self._session.path
        if path is not None:
            return self._save(path, self._expected())
        try:
            path = self._places.path_for(is_draft=False)
        except DatelineError as problem:
            self._ask.tell("This post was not saved.", str(problem))
            return False
        return self.save_as() if path is None else self._save(path, None)

    def save_draft(self) -> bool:
        """Save a new post among the drafts."""
        self.words_wanted.emit()
        path = self._places.path_for(is_draft=True)
        return self.save_as() if path is None else self._save(path, None)

    def save_as(self) -> bool:
        """Ask where to save, and save there."""
        self.words_wanted.emit()
        proposed = self._session.path or self._folder() / self._places.place.name
        path = self._ask.path_to_save(proposed)
        if path is None:
            return False
        if path == self._session.path:
            return self._save(path, self._expected())
        # The system's own window has asked whether to replace what lies there.
        return self._save(path, self._saver.digest_on_disk(path))

    def rename(self) -> None:
        """Begin to give the file another name."""
        self.step_wanted.emit("rename")

    def ask_about_verdict(self, heading: str, reason: str, cure: str) -> str:
        """Say why a post shows or not, and ask whether to do what can be done: `cure` or none."""
        return self._ask.about_verdict(heading, reason, cure)

    def tell(self, heading: str, sentence: str) -> None:
        """Tell something that has to be read before going on."""
        self._ask.tell(heading, sentence)

    def follow_to(self, path: Path) -> None:
        """Go on with the open file under the name that it has now."""
        self._session.move_to(path)
        self._sites.refresh()
        self._store.change(self._store.settings.with_recent_post(path))

    def follow_link(self, address: str) -> None:
        """Open what a link in the preview leads to: a post here, a page in the browser."""
        contents = self._sites.contents
        page = unquote(address.partition("#")[0].partition("?")[0])
        for post in contents.posts if contents is not None else ():
            if post.url and unquote(post.url) == page:
                self.open(post.path)
                return
        if may_open(address):
            open_outside(address)

    def picked_image(self) -> Path | None:
        """Ask for a picture, in the site or elsewhere."""
        site = self._sites.site
        return self._ask.image_to_use(site.source if site is not None else self._folder())

    def reload(self) -> None:
        """Read the open file again, in the place of what stands in the window."""
        if self._session.path is not None:
            self._open(self._session.path)

    def take_version(self, version: Post) -> None:
        """Put another version of the post in the place of this one; it can be undone."""
        self.words_wanted.emit()
        if self._opened is not None and self._opened.read_only:
            # The file is no text, but what comes in its place is.
            self._opened = None
            self.writing_allowed.emit()
        self._session.take_version(version)

    # Inside

    def _open(self, path: Path) -> None:
        try:
            opened = read_post(path)
        except DatelineError as problem:
            self._ask.tell(f"“{path.name}” was not opened.", str(problem))
            return
        self._opened = opened
        self._sites.open_for(opened.path)
        self._session.open(opened.post, opened.path, opened.identity)
        self._remember(opened.path)
        self.opened.emit(opened)

    def _remember(self, path: Path) -> None:
        settings = self._store.settings.with_recent_post(path)
        if self._sites.site is not None:
            settings = settings.with_recent_site(self._sites.site.root)
        self._store.change(settings)

    def _folder(self) -> Path:
        if self._session.path is not None:
            return self._session.path.parent
        return self._sites.site.posts_dir if self._sites.site is not None else Path.home()

    def _expected(self) -> Digest | None:
        identity = self._session.identity
        return identity.digest if identity is not None else None

    def _save(self, path: Path, expected: Digest | None, policy: WritePolicy = CAREFUL) -> bool:
        if self._opened is not None and self._opened.read_only:
            self._ask.tell(
                "This file was not saved.", "It is no text, so it can only be looked at."
            )
            return False
        if not self._has_encoding():
            return False
        site = self._sites.site
        inside = site.root if site is not None and path.is_relative_to(site.root) else None
        if self._saver.save(path, expected=expected, inside=inside, policy=policy):
            self._sites.refresh()
            self._remember(path)
            return True
        problem = self._saver.problem
        return problem is not None and self._save_after_all(problem)

    def _save_after_all(self, problem: SaveProblem) -> bool:
        """Ask what to do about a refused save, and do it."""
        if problem.kind == "changed":
            return self._save_over_theirs(problem)
        if problem.kind == "exists":
            return self._save_beside(problem)
        allowance = _ALLOWANCES.get(problem.refusal)
        words = allowance[1] if allowance is not None else ""
        answer = self._ask.about_refusal(
            problem.sentence, problem.refusal if allowance is not None else "", words
        )
        if answer == "elsewhere":
            return self.save_as()
        if allowance is not None and answer == problem.refusal:
            return self._save(problem.path, self._expected(), allowance[0])
        return False

    def _save_beside(self, problem: SaveProblem) -> bool:
        """Offer the next free name where somebody bears the wanted one."""
        free = free_name(problem.path.parent, problem.path.stem, problem.path.suffix)
        answer = self._ask.about_taken(problem.sentence, free.name)
        if answer == "beside":
            return self._save(free, None)
        return answer == "elsewhere" and self.save_as()

    def _save_over_theirs(self, problem: SaveProblem) -> bool:
        answer = self._ask.about_conflict(problem.path.name, is_gone=problem.found is None)
        if answer == "overwrite":
            return self._save(problem.path, problem.found)
        if answer == "merge":
            self.merge_wanted.emit()
        if answer == "reload":
            self._open(problem.path)
        return answer == "elsewhere" and self.save_as()

    def _has_encoding(self) -> bool:
        """Tell how a file that is not UTF-8 is written, once the person has said so."""
        opened = self._opened
        if opened is None or not opened.encoding_choice_needed:
            return True
        if opened.path != self._session.path:
            return True
        answer = self._ask.about_encoding(opened.seems, opened.where)
        if answer == "convert":
            self._session.convert_to("utf-8")
        if answer in ("keep", "convert"):
            self._opened = None
        return answer in ("keep", "convert")
