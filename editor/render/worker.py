"""Be the render process: read a post from the pipe, write its HTML back, until the pipe ends.

Markdown libraries can run for minutes or without bound on a hostile text, so they run here, under
a memory limit, and the editor ends this process when an answer is late. Nothing but this process
imports them.
"""

import contextlib
import faulthandler
import gc
import os
import sys
from typing import BinaryIO

from editor.render import wire
from editor.render.messages import AnswerWriter, Ready, RequestReader
from editor.render.preview import PreviewRenderer
from editor.render.request import RenderFailure, Rendering, RenderRequest

if sys.platform != "win32":
    import resource

MEMORY_LIMIT = 1024 * 1024 * 1024
_RECURSION_LIMIT = 6_000
# Answers, each of which leaves up to 0.3 MB behind.
_UNSWEPT = 200
# The editor's own deadlines are shorter: this one is for the case that the editor is gone.
_ORPHAN_SECONDS = 60
_WARM_UP = RenderRequest(0, "", "*A*", "A [b](c) **d**[^1]\n\n> - e\n\n|a|\n|-|\n|b|\n\n[^1]: f\n")


def main() -> int:
    """Serve until the editor closes the pipe; the exit status is 0 then."""
    _limit_memory()
    sys.setrecursionlimit(_RECURSION_LIMIT)
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:
        # A library that prints must not break a frame.
        os.dup2(2, 1)
        return serve(requests, answers)


def serve(requests: BinaryIO, answers: BinaryIO) -> int:
    """Answer each request from one stream on the other until there are no more."""
    renderer, reader, writer = PreviewRenderer(), RequestReader(), AnswerWriter()
    renderer.render(_WARM_UP)
    # Garbage is looked for while nobody types, at the latest when it weighs something.
    gc.freeze()
    gc.disable()
    unswept = 0
    _send(answers, writer.dump(Ready()))
    while (payload := wire.read_frame(requests)) is not None:
        request = reader.load(payload)
        answer, is_sound = _answer(renderer, request)
        _send(answers, writer.dump(answer))
        if not is_sound:
            return 1
        unswept += 1
        if request.afresh or unswept >= _UNSWEPT:
            gc.collect()
            unswept = 0
    return 0


def _answer(
    renderer: PreviewRenderer, request: RenderRequest
) -> tuple[Rendering | RenderFailure, bool]:
    # Standard error is the null device: a trace there is of no use to a writer.
    faulthandler.dump_traceback_later(_ORPHAN_SECONDS, exit=True, file=2)
    try:
        return renderer.render(request), True
    except RecursionError:
        sentence = "This text is nested too deeply to be previewed."
        return RenderFailure(request.revision, request.path, sentence), True
    except MemoryError:
        sentence = "This text needs more memory than a preview may have."
        return RenderFailure(request.revision, request.path, sentence), False
    except Exception as error:  # noqa: BLE001  # whatever a library raises on a strange text
        sentence = f"This text could not be previewed ({type(error).__name__})."
        return RenderFailure(request.revision, request.path, sentence), True
    finally:
        faulthandler.cancel_dump_traceback_later()


def _send(answers: BinaryIO, payload: bytes) -> None:
    # An editor that has gone closes the pipe; there is nobody left to tell.
    with contextlib.suppress(BrokenPipeError):
        answers.write(wire.frame(payload))
        answers.flush()


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    # macOS knows the limit but refuses to set it below what is mapped already.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


if __name__ == "__main__":
    sys.exit(main())
