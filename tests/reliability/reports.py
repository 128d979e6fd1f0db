"""Losses that were reported of other editors, and what proves that they do not happen here.

A proof is a test, named as pytest names it, or `REASON` and a sentence.
"""

from typing import Final

REASON: Final = "reason: "

_END = "tests/end_to_end/"
_RECOVERY = f"{_END}test_recovery.py::test_"
_OUTSIDE = f"{_END}test_outside_changes.py::test_"
_EDIT = f"{_END}test_open_edit_save.py::test_"
_BAD = f"{_END}test_bad_input.py::test_"
_VERSIONS = f"{_END}test_versions.py::test_"
_SAVE = "tests/site/test_atomic_write.py::test_"
_FAULTS = "tests/site/test_save_faults.py::test_"
_RIGHTS = "tests/site/test_links_and_rights.py::test_"
_JOURNAL = "tests/services/test_journal_file.py::test_"
_HISTORY = "tests/services/test_history_file.py::test_"
_SERVICE = "tests/services/test_save_service.py::test_"
_FIELDS = "tests/post/test_front_matter_properties.py::test_"
_POST = "tests/post/test_post.py::test_"
_KEPT = "tests/reliability/test_campaigns.py::test_a_promise_is_kept"

# project and issue, what was lost, what proves that it is not lost here
REPORTS: Final = (
    ("marktext#2318", "full disk: file and text both gone", f"{_KEPT}[D1]"),
    ("vscode#34915", "file emptied before a write that failed", f"{_KEPT}[D1]"),
    ("vscode#98063", "crash in a write leaves nothing", f"{_KEPT}[K2]"),
    (
        "vscode#9589",
        "saved, and gone after a power cut",
        f"{_SAVE}the_calls_of_a_save_come_in_the_only_safe_order",
    ),
    (
        "typora#748",
        "a file of zeros after a crash",
        f"{_VERSIONS}a_file_that_lost_its_text_is_offered_the_last_good_version",
    ),
    (
        "typora#6319",
        "the newest kept versions are zeros too",
        f"{_HISTORY}a_version_that_the_disk_changed_is_skipped_and_kept_anew",
    ),
    (
        "logseq#11604",
        "binary junk in a note",
        "tests/site/test_post_file.py::test_what_is_no_text_opens_for_reading_only",
    ),
    (
        "marktext#3828",
        "files of no bytes after a hang",
        f"{_VERSIONS}a_file_that_lost_its_text_is_offered_the_last_good_version",
    ),
    (
        "ghostwriter#422",
        "the backup was made of the emptied file",
        f"{_HISTORY}every_save_is_a_version_and_the_newest_comes_first",
    ),
    (
        "retext#599",
        "opened for writing, then the encoder failed",
        "tests/site/test_post_file.py::test_text_that_the_encoding_cannot_hold_stops_before_the_disk",
    ),
    (
        "retext#678",
        "not decoded, shown empty, saved empty",
        f"{_BAD}bytes_that_are_no_utf_8_are_kept_beside_an_edit",
    ),
    (
        "neovim#9888",
        "not flushed: a file of no bytes",
        "tests/services/test_private_database.py::test_what_is_committed_is_on_the_disk_when_it_returns",
    ),
    (
        "notepad-plus-plus#14089",
        "full disk, no copy anywhere",
        f"{_FAULTS}after_a_full_disk_the_whole_text_can_still_be_saved",
    ),
    (
        "atom#3158",
        "opened by emptying, then no space",
        f"{_FAULTS}a_size_limit_at_any_point_leaves_the_old_version_whole",
    ),
    (
        "omawrite PR 50",
        "a silent write in place where none was asked for",
        f"{_RIGHTS}a_folder_that_takes_no_new_file_is_asked_about",
    ),
    ("marktext#732", "no journal at all", f"{_KEPT}[K1]"),
    (
        "ghostwriter#473",
        "never-saved texts were left out",
        f"{_RECOVERY}a_new_post_that_was_never_saved_is_offered_too",
    ),
    (
        "retext#442",
        "protection was off by default",
        f"{_RECOVERY}what_is_typed_is_in_the_journal_within_a_second",
    ),
    (
        "typora#3600",
        "drafts were there but not offered",
        f"{_RECOVERY}after_a_crash_the_next_start_offers_what_was_unsaved",
    ),
    (
        "vscode#24067",
        "an update could not read its backups",
        f"{_JOURNAL}a_journal_of_a_former_version_opens",
    ),
    (
        "vscode#40267",
        "an old backup over a newer file",
        f"{_JOURNAL}a_file_that_is_newer_does_not_hide_what_was_unsaved",
    ),
    (
        "vscode#101037",
        "untitled backups vanished",
        f"{_JOURNAL}a_journal_that_somebody_removed_is_begun_anew",
    ),
    (
        "kde bug 304576",
        "removed at the close before it was used",
        f"{_RECOVERY}deciding_later_changes_nothing_and_is_asked_again",
    ),
    (
        "Zettlr#1015",
        "renamed outside: the list stays wrong",
        "tests/services/test_index_service.py::test_the_list_follows_the_disk_within_two_seconds",
    ),
    (
        "Zettlr#4878",
        "a stash while open: saves fail silently",
        f"{_OUTSIDE}a_change_that_is_taken_back_takes_the_notice_with_it",
    ),
    ("Zettlr#5231", "a false alarm that the file changed", f"{_OUTSIDE}a_touch_is_no_change"),
    (
        "Zettlr#2347",
        "moving a file dropped its unsaved text",
        f"{_END}test_life.py::test_what_is_unsaved_is_saved_before_a_step",
    ),
    (
        "Zettlr#5318",
        "asked twice at the close, then empty",
        f"{_EDIT}closing_with_unsaved_words_asks_and_can_be_taken_back",
    ),
    (
        "Zettlr#4670",
        "a save put back an earlier text",
        f"{_SERVICE}what_was_typed_during_a_save_is_still_unsaved",
    ),
    ("Zettlr#5343", "the second half of a long file gone", f"{_BAD}ten_megabytes_open_and_save"),
    (
        "novelWriter#1317",
        "folder renamed: nothing can be saved",
        f"{_OUTSIDE}a_renamed_site_folder_is_followed_when_asked",
    ),
    (
        "vscode#119002",
        "an edit of the same size overwritten",
        f"{_SERVICE}a_colleagues_same_length_edit_is_noticed",
    ),
    (
        "vscode#89537",
        "the second conflict is missed",
        f"{_OUTSIDE}a_second_change_after_keeping_mine_is_told_again",
    ),
    ("logseq#1332", "a new page over an existing file", f"{_SAVE}a_new_post_never_overwrites"),
    (
        "logseq#2303",
        "a blank page, and a key overwrote the file",
        f"{REASON}a post is read whole before any of it is shown",
    ),
    ("logseq#3709", "several windows reduced pages to a dash", f"{_KEPT}[X6]"),
    (
        "logseq#4125",
        "writing stopped and nothing said so",
        f"{_EDIT}a_failed_save_leaves_a_lasting_sign_and_the_text",
    ),
    (
        "typora#3638",
        "moved while open: contents gone",
        f"{_OUTSIDE}a_renamed_or_moved_file_is_followed_when_asked",
    ),
    ("joplin#5560", "very low disk: a note cut short", f"{_KEPT}[D3]"),
    (
        "joplin#4223",
        "a lost network drive taken for deletions",
        f"{_OUTSIDE}a_site_that_is_gone_costs_no_word",
    ),
    (
        "decap-cms#1338",
        "fields the form does not know were dropped",
        f"{_FIELDS}setting_a_text_changes_that_field_alone",
    ),
    ("decap-cms#5099", "remarks removed by a load and a dump", f"{_KEPT}[FZ1]"),
    (
        "decap-cms#4945",
        "the body parsed as front matter",
        f"{_POST}front_matter_is_read_from_fence_to_fence_only",
    ),
    (
        "decap-cms#624",
        "no closing fence: the save did nothing",
        "tests/post/test_frame.py::test_front_matter_is_found_where_jekyll_finds_it",
    ),
    (
        "decap-cms#578",
        "a date written as shown here",
        "tests/post/test_front_matter.py::test_a_picked_date_is_the_same_instant_to_jekyll",
    ),
    (
        "sveltia-cms#669",
        "an emptied field emptied the post",
        "tests/post/test_front_matter.py::test_a_value_can_be_taken_away",
    ),
    (
        "vscode-front-matter#262",
        "empty keys deleted",
        "tests/post/test_front_matter_facts.py::test_an_edit_changes_what_it_should_and_nothing_else",
    ),
    (
        "vscode-front-matter#813",
        "looking at the panel changed the file",
        f"{_EDIT}opening_looking_and_saving_changes_no_byte",
    ),
    (
        "vscode-front-matter#275",
        "lists in the body broke the fields",
        f"{_POST}front_matter_is_read_from_fence_to_fence_only",
    ),
    (
        "pagescms#133",
        "saving moved the time to another zone",
        "tests/post/test_front_matter.py::test_a_picked_date_is_the_same_instant_to_jekyll",
    ),
    ("obsidian-api#110", "long texts folded", f"{_FIELDS}setting_a_text_changes_that_field_alone"),
    (
        "share-note#72",
        "quotes and remarks removed",
        f"{_FIELDS}a_run_of_edits_does_what_a_dictionary_would",
    ),
    (
        "obsidian.nvim#712",
        "broken fields replaced by none",
        f"{_BAD}broken_yaml_turns_the_form_off_and_the_text_on",
    ),
    (
        "prose#597",
        "types changed by opening and saving",
        f"{_EDIT}opening_looking_and_saving_changes_no_byte",
    ),
    (
        "obsidian-linter#34",
        "a rule in the text taken for a fence",
        "tests/post/test_frame.py::test_front_matter_is_found_where_jekyll_finds_it",
    ),
    (
        "tandem#1457",
        "fields run through the Markdown writer",
        f"{_EDIT}a_title_and_a_word_change_exactly_those_bytes",
    ),
    (
        "marktext#494",
        "a blank line more with each opening",
        f"{_EDIT}opening_looking_and_saving_changes_no_byte",
    ),
    (
        "obsidian-frontmatter-modified-date#32",
        "a field written while typing: lines gone",
        f"{_KEPT}[K1]",
    ),
    (
        "ghostwriter#516",
        "no-break spaces became blanks",
        "tests/ui/text/test_text_buffer.py::test_every_character_that_a_newsroom_types_comes_back",
    ),
    ("jekyll#2853", "a byte order mark", f"{_POST}a_byte_order_mark_is_no_part_of_the_text"),
    (
        "QOwnNotes#1190",
        "renamed onto itself in other capitals, then deleted",
        f"{_SAVE}a_name_that_differs_in_capitals_only_is_taken",
    ),
    (
        "vulpea#383",
        "one name stored in two ways is two files",
        f"{_SAVE}a_name_whose_accents_are_stored_in_another_way_is_taken",
    ),
    (
        "Publii#1080",
        "a change of the title was not noticed",
        f"{_EDIT}what_waits_for_enter_is_saved_too",
    ),
    (
        "Publii#1285",
        "a warning of changes where there are none",
        f"{_EDIT}closing_without_changes_asks_nothing",
    ),
)
