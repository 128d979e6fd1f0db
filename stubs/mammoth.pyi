# What Dateline uses of mammoth 1.13, which brings no types of its own.
from typing import IO

class Result:
    value: str

def convert_to_html(fileobj: IO[bytes], *, style_map: str = ...) -> Result: ...
