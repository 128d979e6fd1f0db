"""What Ruby finds in a text that may be a date."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.post.ruby.date_search import date_fields
from tests.peer.real_ruby import needs, ruby

DATA = Path(__file__).parents[2] / "data"
PAIRS = json.loads((DATA / "ruby_dates.json").read_text(encoding="utf-8"))["pairs"]
PARTS = ["year", "yday", "mon", "mday", "hour", "minute", "sec", "fraction", "zone"]


def found(text):
    """Give the parts that were found, without those that were not."""
    fields = asdict(date_fields(text))
    values = {part: fields[part] for part in PARTS}
    return {part: value for part, value in values.items() if value is not None}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: ascii(pair["text"]))
def test_the_parts_of_a_date_are_those_that_ruby_finds(pair):
    """Each pair is what Ruby answered."""
    parts = {part: value for part, value in found(pair["text"]).items() if value is not False}
    assert parts == pair["parts"]


@given(st.text(alphabet="0123456789-/.:,'+ TZtjanovpmhdbce[]", max_size=60))
def test_whatever_a_writer_types_as_a_date_is_looked_through(text):
    """Nothing but parts comes back, and no text is a surprise."""
    assert set(found(text)) <= set(PARTS)


@pytest.mark.peer
@needs()
def test_the_ruby_on_this_machine_finds_the_same_parts():
    """Each text is varied in a dozen ways, and Ruby itself judges."""
    ends = ["", " ", " 10:00", " 10:00 EST", "th", " bc", ".5", "Z", " +0100", ", 7", " pm", "-3"]
    texts = [pair["text"] + end for pair in PAIRS for end in ends]
    script = (
        'require "date"; require "json"; puts JSON.generate(JSON.parse(STDIN.read).map { |text|'
        " h = Date._parse(text) rescue next; [h[:year], h[:yday], h[:mon], h[:mday], h[:hour],"
        " h[:min], h[:sec], h.key?(:sec_fraction), h[:zone]] })"
    )
    answer = json.loads(ruby(script, given=json.dumps(texts)))
    for text, parts in zip(texts, answer, strict=True):
        fields = asdict(date_fields(text))
        # Ruby has no number for an hour of ten digits.
        assert parts is None or [fields[part] for part in PARTS] == parts, text
