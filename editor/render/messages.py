"""Turn requests and answers into bytes: of a text and a page only what changed since the last.

Requests are pickled: they are ours, and their front-matter values keep their types. Answers come
from the process that reads hostile text, so they are JSON: reading them can run nothing. Writer
and reader both remember the last message, so both live as long as one render process.
"""

import json
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from typing import Any

from editor.render.request import Block, RenderFailure, Rendering, RenderRequest
from editor.render.text_change import TextChange
from editor.render.wire import BrokenWireError


@dataclass(frozen=True, slots=True)
class Ready:
    """Say that the render process has started and waits for a post."""


Answer = Ready | Rendering | RenderFailure


class RequestWriter:
    """Write the requests for one render process."""

    def __init__(self) -> None:
        self._source = self._body = ""

    def dump(self, request: RenderRequest) -> bytes:
        """Give a request as bytes; a body that ends the source is told by its length."""
        source, body = request.source, request.body
        told: int | TextChange = len(body)
        if not source.endswith(body):
            told = TextChange.between(self._body, body)
        change = TextChange.between(self._source, source)
        self._source, self._body = source, body
        message = (replace(request, source="", body=""), change, told)
        return pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)


class RequestReader:
    """Read the requests in the render process, whose pipe nobody but the editor holds."""

    def __init__(self) -> None:
        self._source = self._body = ""

    def load(self, payload: bytes) -> RenderRequest:
        """Give the request that was written."""
        request: RenderRequest
        request, change, told = pickle.loads(payload)  # noqa: S301  # from our own parent only
        self._source = change.made_in(self._source)
        if isinstance(told, TextChange):
            self._body = told.made_in(self._body)
        else:
            self._body = self._source[len(self._source) - told :]
        return replace(request, source=self._source, body=self._body)


class AnswerWriter:
    """Write the answers of one render process."""

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] = ()
        self._page = ""

    def dump(self, answer: Answer) -> bytes:
        """Give an answer as bytes; lone surrogates (bytes that were no UTF-8) survive."""
        fields: dict[str, Any] = {"kind": type(answer).__name__}
        for slot in fields_of(answer):
            fields[slot.name] = getattr(answer, slot.name)
        if isinstance(answer, Rendering):
            start, end, by = _same(self._blocks, answer.blocks)
            new = answer.blocks[start : len(answer.blocks) - end]
            fields["blocks"] = [
                (block.id, block.html, block.line, block.last_line) for block in new
            ]
            fields["kept"] = [start, end, by]
            if answer.page == self._page:
                fields["page"] = None
            self._blocks, self._page = answer.blocks, answer.page
        return json.dumps(fields).encode("ascii")


class AnswerReader:
    """Read the answers of one render process."""

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] = ()
        self._page = ""

    def load(self, payload: bytes) -> Answer:
        """Give the answer that was written; raises BrokenWireError for anything else."""
        try:
            fields = json.loads(payload)
            kind = fields.pop("kind")
            if kind == "Ready":
                return Ready()
            if kind == "RenderFailure":
                return RenderFailure(**fields)
            if kind == "Rendering":
                return self._rendering(fields)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise BrokenWireError(str(error)) from error
        raise BrokenWireError(f"unknown kind {kind!r}")

    def _rendering(self, fields: dict[str, Any]) -> Rendering:
        start, end, by = map(int, fields.pop("kept"))
        old = self._blocks
        if min(start, end) < 0 or start + end > len(old):
            raise ValueError(fields)
        tail = old[len(old) - end :]
        if by:
            tail = tuple([_moved(block, by) for block in tail])
        made = [Block(*block) for block in fields.pop("blocks")]
        self._blocks = (*old[:start], *made, *tail)
        page = fields.pop("page")
        self._page = self._page if page is None else str(page)
        problems = tuple([str(problem) for problem in fields.pop("problems")])
        return Rendering(blocks=self._blocks, page=self._page, problems=problems, **fields)


def _same(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int, int]:
    """Give how many blocks stay at both ends, and how many lines the last ones move down."""
    most = min(len(old), len(new))
    start = 0
    while start < most and old[start] == new[start]:
        start += 1
    most -= start
    if not most:
        return start, 0, 0
    by = new[-1].line - old[-1].line
    end = 0
    while end < most and _moved(old[-1 - end], by) == new[-1 - end]:
        end += 1
    return start, end, by


def _moved(block: Block, by: int) -> Block:
    return Block(block.id, block.html, block.line + by, block.last_line + by) if by else block
