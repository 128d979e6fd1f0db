"""Ask the real kramdown, many texts in one Ruby process."""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence

_PROGRAM = r"""
require 'json'
require 'timeout'
require 'kramdown'
require 'kramdown-parser-gfm'
require 'rouge'

# Colours are another module's matter: leave the tokens without their spans.
class Rouge::Formatters::HTML
  def safe_span(_token, text)
    text
  end
end

STDIN.each_line do |line|
  job = JSON.parse(line)
  answer =
    begin
      Timeout.timeout(job['seconds']) do
        options = job['options'].dup
        JSON.generate({ 'html' => Kramdown::Document.new(job['text'], options).to_html })
      end
    rescue StandardError, SystemStackError => e
      JSON.generate({ 'error' => "#{e.class}: #{e.message[0, 80].scrub}" })
    end
  puts answer
  STDOUT.flush
end
"""

JEKYLL = {
    "input": "GFM",
    "auto_ids": True,
    "toc_levels": [1, 2, 3, 4, 5, 6],
    "entity_output": "as_char",
    "smart_quotes": "lsquo,rsquo,ldquo,rdquo",
    "hard_wrap": False,
    "footnote_nr": 1,
    "syntax_highlighter": "rouge",
    "syntax_highlighter_opts": {"default_lang": "plaintext", "guess_lang": True},
}
"""Jekyll 4.3's own settings for kramdown."""


def is_here() -> bool:
    """Tell whether kramdown and what Jekyll needs of it are installed."""
    ruby = shutil.which("ruby")
    if ruby is None:
        return False
    needed = ["-rkramdown", "-rkramdown-parser-gfm", "-rrouge"]
    return (
        subprocess.run([ruby, *needed, "-e", ""], check=False, capture_output=True).returncode == 0
    )


def render(
    texts: Sequence[str], options: Mapping[str, object] | None = None, seconds: float = 20
) -> list[str | None]:
    """Return kramdown's HTML for each text, without colour spans; None where it breaks off."""
    jobs = [
        json.dumps({"text": text, "options": {**JEKYLL, **(options or {})}, "seconds": seconds})
        for text in texts
    ]
    done = subprocess.run(
        ["ruby", "-e", _PROGRAM],
        input="\n".join(jobs) + "\n",
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    return [answer.get("html") for answer in answers]
