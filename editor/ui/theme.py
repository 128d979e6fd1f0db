"""The two palettes of Dateline, as values that every pane is handed."""

from dataclasses import dataclass

# One scale for every distance in the window, in device-independent pixels.
SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL, SPACE_XXL = 4, 8, 12, 16, 24, 40
RADIUS_FIELD = 7
RADIUS_CHIP = 6
SMALLEST_TYPE = 11.5


@dataclass(frozen=True, slots=True)
class Theme:
    """Hold the colours of one appearance, each as `#RRGGBB`.

    `ink` and `muted` keep a contrast of 4.5 or more on every ground; `faint` is for marks that
    carry no information of their own.
    """

    name: str
    is_dark: bool
    window: str
    pane: str
    pane2: str
    ink: str
    muted: str
    faint: str
    line: str
    accent: str
    accent_soft: str
    on_accent: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    ok: str
    field: str
    chip: str
    mark: str
    code: str


LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#F3F1EC",
    pane="#FFFFFF",
    pane2="#FAF9F6",
    ink="#1E2227",
    muted="#666B72",
    faint="#9BA0A6",
    line="#E2DFD8",
    accent="#2456A6",
    accent_soft="#E6EEF9",
    on_accent="#FFFFFF",
    warn="#8A5000",
    warn_soft="#FFF4DE",
    bad="#B42318",
    bad_soft="#FDECEA",
    ok="#1B7F4B",
    field="#FFFFFF",
    chip="#EFEDE7",
    mark="#FFF7D6",
    code="#F4F2ED",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    window="#15171A",
    pane="#1B1E22",
    pane2="#181A1E",
    ink="#E4E3DF",
    muted="#9BA0A8",
    faint="#6E747C",
    line="#2B2F35",
    accent="#86B4F5",
    accent_soft="#22324A",
    on_accent="#10151C",
    warn="#E7B25C",
    warn_soft="#332A19",
    bad="#F0817A",
    bad_soft="#3A2020",
    ok="#67C497",
    field="#20242A",
    chip="#2A2E35",
    mark="#3A3520",
    code="#22262C",
)


def theme_for(*, is_dark: bool) -> Theme:
    """Give the palette that belongs to the system's appearance."""
    return DARK if is_dark else LIGHT
