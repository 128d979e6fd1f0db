"""Say what can be typed after `dateline`."""

from typing import Final

HELP: Final = """\
Dateline writes posts for Jekyll.

  dateline [FILE or FOLDER ...]
      Open posts, or a site, in the window.

  dateline new TITLE [--site FOLDER] [--date WHEN] [--draft]
      Make a post and print its path. It is dated now, or WHEN ("2025-11-17 09:30"),
      by the clock of the site. A file that exists is never overwritten: the new one
      gets a number. A draft goes to _drafts, and has no date unless you give one.

  dateline set FILE KEY=TEXT ... KEY:=JSON ...
      Change keys of a post's front matter, or add them. Nothing else in the file
      changes. KEY=TEXT writes a text. KEY:=JSON writes a number, true, false, null,
      a list or a mapping:
          dateline set post.md title="Low tide" published:=false tags:='["sea", "port"]'
      A date or a time with its zone, given as text to the key `date`, is written
      without quotes.

  dateline unset FILE KEY ...
      Take keys out of a post's front matter.

  dateline url FILE ...
      Print a line for each file, its parts set apart by tabs: the path, the URL, the
      date on the clock of the site, `shown` or `hidden`, and why.

  dateline render [--site FOLDER] [--body] [--out FOLDER] FILE ...
      Write each post as the HTML that Jekyll would publish, in the site's own layouts;
      --body leaves the layouts out. One file goes to standard output, and with --out
      all go to a folder, under the paths that they have in the finished site.

  dateline slug [--mode MODE] [--cased] TITLE ...
      Print the slug that Jekyll makes of each title.
      MODE is default, pretty, ascii, latin, raw or none; --cased keeps capitals.

  dateline --version
  dateline --help

`set` and `unset` do all you ask or nothing. To open a file with the name of a command,
write its folder too: dateline ./new

The exit status is 0 when it is done, 1 when it was refused (a sentence says why), and 2
when the command was not understood."""
