"""Hold what Jekyll 4.3 does where `_config.yml` is silent (`Configuration::DEFAULTS`).

Settings that only its own server and plugins read are left out.
"""

from typing import Final

from editor.post.field_values import Value

DEFAULTS: Final[dict[str, Value]] = {
    "source": ".",
    "destination": "_site",
    "collections_dir": "",
    "plugins_dir": "_plugins",
    "layouts_dir": "_layouts",
    "data_dir": "_data",
    "includes_dir": "_includes",
    "collections": {},
    "include": [".htaccess"],
    "exclude": [],
    "keep_files": [".git", ".svn"],
    "encoding": "utf-8",
    "markdown_ext": "markdown,mkdown,mkdn,mkd,md",
    "strict_front_matter": False,
    "show_drafts": None,
    "limit_posts": 0,
    "future": False,
    "unpublished": False,
    "markdown": "kramdown",
    "highlighter": "rouge",
    "excerpt_separator": "\n\n",
    "baseurl": None,
    "permalink": "date",
    "paginate_path": "/page:num",
    "timezone": None,
    "defaults": [],
    "liquid": {"error_mode": "warn", "strict_filters": False, "strict_variables": False},
    "kramdown": {
        "auto_ids": True,
        "toc_levels": [1, 2, 3, 4, 5, 6],
        "entity_output": "as_char",
        "smart_quotes": "lsquo,rsquo,ldquo,rdquo",
        "input": "GFM",
        "hard_wrap": False,
        "guess_lang": True,
        "footnote_nr": 1,
        "show_warnings": False,
    },
}

ALWAYS_EXCLUDED: Final = (
    ".sass-cache",
    ".jekyll-cache",
    "gemfiles",
    "Gemfile",
    "Gemfile.lock",
    "node_modules",
    "vendor/bundle/",
    "vendor/cache/",
    "vendor/gems/",
    "vendor/ruby/",
)
"""What Jekyll leaves out besides the site's own `exclude` (`DEFAULT_EXCLUDES`)."""

PERMALINK_STYLES: Final = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
"""Names that `permalink` may have in the config, and what they stand for."""
