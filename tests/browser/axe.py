"""What axe has against a page, in the light and, with no reload, in other themes.

In the light all rules are checked. Another theme changes colours only, so only the rules about
colours are checked in it, and that it shows and hides the same things and moves none of them.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.reader import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@dataclass(frozen=True)
class Theme:
    """What the system asks for, what the reader has chosen, and what the page makes of it."""

    scheme: str
    shown: str
    forced: str = "none"
    chosen: str = ""
    #: The rules to check; none for all.
    rules: tuple[str, ...] = ("color-contrast", "link-in-text-block")


THEMES = {
    "light": Theme("light", "light", rules=()),
    "dark": Theme("dark", "dark"),
    "sepia": Theme("light", "sepia", chosen="sepia"),
    # The system paints; axe knows only what the style sheets asked for.
    "forced": Theme("dark", "dark", forced="active", rules=("link-in-text-block",)),
}

RUN = """async ([within, part, rules]) => {
  const { violations } = await axe.run({ include: [...document.querySelectorAll(part)] }, {
    elementRef: true,
    resultTypes: ['violations'],
    ...(rules.length ? { runOnly: { type: 'rule', values: rules } } : {}),
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, element }) =>
    [element.closest(within)?.id ?? '', `${id}: ${target}`]));
}"""
#: For each element whether it is seen and where it stands.
OUTLINE = """([within, part]) => [...document.querySelectorAll(part)].flatMap((root) =>
  [root, ...root.querySelectorAll('*')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      within: element.closest(within)?.id ?? '',
      name: `${element.localName}#${element.id}.${element.className}`,
      seen: element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
      place: [left, top, width, height].map(Math.round).join(),
    };
  }))"""
KEEP = f"(asked) => {{ window.outlineInTheLight = ({OUTLINE})(asked); }}"
#: In forced colours some things have a border that is not painted elsewhere.
COMPARE = f"""([within, part, mayMove]) => {{
  const before = window.outlineInTheLight;
  const after = ({OUTLINE})([within, part]);
  const differs = (one, i) => one.name !== after[i].name || one.seen !== after[i].seen
    || (!mayMove && one.place !== after[i].place);
  return before.length === after.length
    ? before.filter(differs).map(({{ within, name }}) => [within, `not as in the light: ${{name}}`])
    : [['', 'there is more or less than in the light']];
}}"""
#: Nothing is on its way; what follows the scrolling is never done.
SETTLED = """() => document.getAnimations().every(({ playState, timeline }) =>
  playState !== 'running' || timeline !== document.timeline)"""


def violations(
    page: Page, part: str = "html", *, themes: tuple[str, ...] = ("light",)
) -> list[str]:
    """Give all that is amiss with a part of a page, in the themes named."""
    return [told for _, told in violations_by(page, "html", part, themes=themes)]


def violations_by(
    page: Page, within: str, part: str, *, themes: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Give what is amiss, each with the id of the element that it is within."""
    if not page.evaluate("'axe' in window"):
        # By evaluation, for the page's policy lets in no script but the site's.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.wait_for_function(SETTLED)
    page.evaluate(KEEP, [within, part])
    found: list[tuple[str, str]] = []
    for name in themes:
        theme = THEMES[name]
        with _in_theme(page, theme):
            told = page.evaluate(RUN, [within, part, theme.rules])
            told += page.evaluate(COMPARE, [within, part, theme.forced == "active"])
        found += [(id_, f"{name}: {what}") for id_, what in told]
    return found


@contextmanager
def _in_theme(page: Page, theme: Theme) -> Generator[None]:
    """Show a page that is in the light in a theme."""
    if theme == THEMES["light"]:
        yield
        return
    _show(page, theme)
    try:
        yield
    finally:
        _show(page, THEMES["light"])


def _show(page: Page, theme: Theme) -> None:
    page.emulate_media(color_scheme=theme.scheme, forced_colors=theme.forced)
    page.evaluate("(name) => { document.documentElement.dataset.theme = name; }", theme.shown)
    page.wait_for_function(SETTLED)
