"""Print how long the Liquid of a post takes: `python tests/bench/liquid_speed.py`."""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor.render.liquid.bare_models import BarePost, BareSite
from editor.render.liquid.render import LiquidRenderer
from editor.render.liquid.setup import LiquidSetup

NOW = datetime(2025, 11, 17, 2, 8, 21, tzinfo=UTC)
SAMPLE = Path(__file__).parents[2] / "resources/sample-site/_posts"
LIST = (
    "{% for post in site.data.posts %}[{{ post.title | escape }}]({{ post.url | relative_url }}) "
    "{{ post.date | date: '%-d %B %Y' }} {% unless forloop.last %}, {% endunless %}\n{% endfor %}"
)


def main() -> None:
    """Time a story, a long story and a list of a thousand posts."""
    posts = [
        {
            "title": f"Post {number} & more",
            "url": f"/{number}.html",
            "date": NOW - timedelta(number),
        }
        for number in range(1000)
    ]
    site = BareSite(NOW, data={"posts": posts})
    page = BarePost("_posts/2025-11-17-a.md", {"title": "A"}, "", NOW)
    setup = LiquidSetup(site=site, page=page, zone=UTC, now=NOW)
    story = (SAMPLE / "2025-11-17-ferry-named-after-the-soleil.md").read_text("utf-8")
    story = story.replace(
        "{% post_url 2025-11-12-bridge-opens %}", "{{ '/bridge' | relative_url }}"
    )
    renderer = LiquidRenderer()
    for name, source in (
        ("a story", story),
        ("100 kB of stories", (story * 40)[:100_000]),
        ("a list of 1,000 posts", LIST),
    ):
        times = []
        for turn in range(20):
            begin = time.process_time()
            result = renderer.render(source + " " * turn, setup)
            times.append(time.process_time() - begin)
        print(f"{name:24} {len(source):7,} -> {len(result.text):7,} characters", end="  ")
        print(f"best {min(times) * 1000:6.2f} ms, median {sorted(times)[10] * 1000:6.2f} ms")


if __name__ == "__main__":
    main()
