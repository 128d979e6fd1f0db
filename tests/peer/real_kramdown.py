"""Ask the real kramdown, many texts in one Ruby process."""

import json
from collections.abc import Mapping, Sequence

from tests.peer.real_ruby import ruby

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


def render(
    texts: Sequence[str], options: Mapping[str, object] | None = None, seconds: float = 20
) -> list[str | None]:
    """Return kramdown's HTML for each text, without colour spans; None where it breaks off."""
    jobs = [
        json.dumps({"text": text, "options": {**JEKYLL, **(options or {})}, "seconds": seconds})
        for text in texts
    ]
    answers = map(
        json.loads, filter(None, ruby(_PROGRAM, given="\n".join(jobs) + "\n").split("\n"))
    )
    return [answer.get("html") for answer in answers]
