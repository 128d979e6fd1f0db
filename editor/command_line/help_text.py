"""Say what can be typed after `dateline`."""

from typing import Final

HELP: Final = """\
Dateline writes posts for Jekyll.

  dateline [--new-window] [FILE or FOLDER ...]
      Open posts, or a site, in the window: the one that is open already, if there is
      one; with --new-window always in another.

  dateline new TITLE [--site FOLDER] [--date WHEN] [--draft | --template NAME]
      Make a post and print its path. It is dated now, or WHEN ("2025-11-17 09:30"),
      by the clock of the site. A file that exists is never overwritten: the new one
      gets a number. A draft goes to _drafts, and has no date unless you give one.
      A template is one of those that the site's dateline.yml names.

  dateline set FILE KEY=TEXT ... KEY:=JSON ...
      Change keys of a post's front matter, or add them. Nothing else in the file
      changes. KEY=TEXT writes a text. KEY:=JSON writes a number, true, false, null,
      a list or a mapping:
          dateline set post.md title="Low tide" published:=false tags:='["sea", "port"]'
      A date or a time with its zone, given as text to the key `date`, is written
      without quotes.

  dateline unset FILE KEY ...
      Take keys out of a post's front matter.

  dateline publish FILE [--date WHEN] [--dry-run]
      Publish a draft: date it now or WHEN, put the date into its name, and move it to
      _posts. A WHEN that lies ahead schedules it; a post gets that date instead of its
      own, and one whose `published` is off is switched on.

  dateline unpublish FILE [--dry-run]
      Take a post back among the drafts.

  dateline rename FILE NAME [--dry-run]
  dateline move FILE FOLDER [--dry-run]
  dateline move FILE --category NAME ... [--dry-run]
      Give a file another name, folder or categories. Links to it in all posts, pages,
      includes and data files follow, and pictures in a folder of its own go with it.
      Where the site uses jekyll-redirect-from, its old address leads to the new one.

  dateline trash FILE [--dry-run]
      Put a post into the trash of the system.

  dateline url [--format text|json] FILE ...
      Print a line for each file, its parts set apart by tabs: the path, the URL, the
      date on the clock of the site, `shown` or `hidden`, and why. As json each line is
      an object, with the title, layout, categories and tags too.

  dateline render [--site FOLDER] [--body] [--out FOLDER] FILE ...
      Write each post as the HTML that Jekyll would publish, in the site's own layouts;
      --body leaves the layouts out. One file goes to standard output, and with --out
      all go to a folder, under the paths that they have in the finished site.

  dateline slug [--mode MODE] [--cased] TITLE ...
      Print the slug that Jekyll makes of each title.
      MODE is default, pretty, ascii, latin, raw or none; --cased keeps capitals.

  dateline --self-test
      Try every part of the program on this machine, in a folder of its own, and print
      what works.

  dateline --version
  dateline --help

Each step does all you ask or nothing, and never overwrites a file. From publish to
trash, --dry-run prints each file, where it goes and each line that changes, and changes
nothing; without it, the path where the post lies now is printed. To open a file with
the name of a command, write its folder too: dateline ./new

The exit status is 0 when it is done, 1 when it was refused (a sentence says why), and 2
when the command was not understood."""
