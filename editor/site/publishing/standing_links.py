"""Say which texts link to a post that is about to go."""

from dataclasses import replace

from editor.site.links.inbound import InboundLinks
from editor.site.links.whereabouts import Moved, whereabouts_of
from editor.site.post_file import OpenedFile
from editor.site.publishing.moving import dated
from editor.site.publishing.workbench import Workbench, facts_after

_NAMED = 3


def standing_links(bench: Workbench, opened: OpenedFile) -> tuple[str, ...]:
    """Give a sentence on the links that will lead nowhere; nothing where there are none."""
    facts = dated(facts_after(opened.post), opened)
    old = whereabouts_of(opened.path, facts, bench.site, bench.now)
    # Any other place does: what counts is which texts would have to follow.
    gone = replace(
        old,
        link_path=f"{old.link_path}-gone",
        url="/gone/",
        post_name=f"{old.post_name}-gone" if old.post_name else "",
    )
    inbound = InboundLinks(bench.site, bench.now, [Moved(old, gone)])
    found = list(inbound.found(besides=opened.path))
    if not found:
        return ()
    names = ", ".join(bench.site.display_path(each.path) for each in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    stops = any(
        splice.text == gone.post_name or splice.text.endswith(gone.link_path)
        for each in found
        for splice in each.splices
    )
    what = "Jekyll stops at such a link" if stops else "such a link leads nowhere"
    return (f"Linked to from {names}{more}; {what} once the post is gone.",)
