"""Turn values into other forms: Markdown to HTML, titles to slugs, anything to JSON."""

from collections.abc import Callable

import regex

from editor.post.slugs import slugify
from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidError, Reason, no_method
from editor.render.liquid.filter_table import Filter, FilterTable, Function
from editor.render.liquid.problems import Severity
from editor.render.liquid.setup import Converters
from editor.render.liquid.values import compare, strings
from editor.render.liquid.values.json_text import compact_json
from editor.render.liquid.values.text import described, printed

_CJK = r"\p{Han}\p{Katakana}\p{Hiragana}\p{Hangul}"
_CJK_CHARACTER = regex.compile(f"[{_CJK}]")
_OTHER_WORD = regex.compile(rf"[^{_CJK} \t\n\v\f\r]+")


def _default(_: Context, value: object, fallback: object = "") -> object:
    missing = not compare.is_true(value) or compare.is_empty(value)
    return fallback if missing else value


def _markdownify(context: Context, value: object) -> str:
    return context.setup.converters.markdownify(printed(value, context.budget))


def _smartify(context: Context, value: object) -> str:
    return context.setup.converters.smartify(printed(value, context.budget))


def _style_sheet(chosen: Callable[[Converters], Callable[[str], str] | None]) -> Function:
    """Return the filter of one kind of Sass; without a converter the source shows, and is said."""

    def apply(context: Context, value: object) -> str:
        text = printed(value, context.budget)
        convert = chosen(context.setup.converters)
        if convert is None:
            context.report(LiquidError(Reason.NOT_SHOWN, "no Sass converter"), Severity.WARNING)
            return text
        return convert(text)

    return apply


def _slugify(context: Context, value: object, mode: object = None) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise no_method("gsub", described(value, context.budget))
    return slugify(value, "default" if mode is None else printed(mode, context.budget))


def _number_of_words(context: Context, value: object, mode: object = None) -> int:
    if not isinstance(value, str):
        missing = "scan" if mode in {"cjk", "auto"} else "split"
        raise no_method(missing, described(value, context.budget))
    characters = len(_CJK_CHARACTER.findall(value)) if mode in {"cjk", "auto"} else 0
    if mode == "cjk" or characters:
        return characters + len(_OTHER_WORD.findall(value))
    return len(strings.words(value))


def _jsonify(context: Context, value: object) -> str:
    return compact_json(value, context.budget)


FILTERS: FilterTable = {
    "default": Filter(_default, 1, 2),
    "markdownify": Filter(_markdownify),
    "smartify": Filter(_smartify),
    "sassify": Filter(_style_sheet(lambda converters: converters.sassify)),
    "scssify": Filter(_style_sheet(lambda converters: converters.scssify)),
    "slugify": Filter(_slugify, 1, 2),
    "number_of_words": Filter(_number_of_words, 1, 2),
    "jsonify": Filter(_jsonify),
}
