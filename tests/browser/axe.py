"""What axe has against a page, in the light and, with no reload, in other themes.

In the light all rules are checked. Another theme changes colours only, so only the rules about
colours are checked in it, and that it shows and hides the same things and moves none of them.

The contrast of each element takes as long as all other rules together. So every element is
checked once, in the light; in another theme, or at another width, one of each look is: elements
that agree in colour, size, weight and in the grounds behind them have one contrast.
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
    #: The rules to check besides the contrast; none for all.
    rules: tuple[str, ...] = ("link-in-text-block",)
    #: Whose contrast to check: that of ``every`` element, of ``each look``, or none.
    contrast: str = "each look"


THEMES = {
    "light": Theme("light", "light", rules=(), contrast="every"),
    "dark": Theme("dark", "dark"),
    "sepia": Theme("light", "sepia", chosen="sepia"),
    # The system paints; axe knows only what the style sheets asked for.
    "forced": Theme("dark", "dark", forced="active", contrast=""),
}

#: One element of each look: of those with text of their own, and those that are filled in.
LOOKS = """(roots) => {
  const looks = new Map();
  // The longest: axe leaves single characters undecided.
  const length = (element) => element.matches('input, select, textarea') ? 1 : Math.max(0,
    ...[...element.childNodes].map((node) => node.nodeType === 3 ? node.data.trim().length : 0));
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
      layers.push(`${backgroundColor} ${backgroundImage} ${opacity}`);
    }
    return layers.filter((layer) => layer !== 'rgba(0, 0, 0, 0) none 1').join('; ');
  };
  for (const element of roots.flatMap((root) => [root, ...root.querySelectorAll('*')])) {
    const long = length(element);
    if (!long || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const look = [element.matches(':disabled'), color, fontSize, fontWeight, textShadow,
      ground(element)].join('; ');
    if (long > (looks.get(look)?.long ?? 0)) looks.set(look, { long, element });
  }
  return [...looks.values()].map(({ element }) => element);
}"""
RUN = f"""async ([within, part, rules, contrast]) => {{
  const roots = [...document.querySelectorAll(part)];
  const run = async (include, options) => (await axe.run({{ include }}, {{
    elementRef: true,
    resultTypes: ['violations'],
    ...options,
  }})).violations;
  const only = (values) => ({{ runOnly: {{ type: 'rule', values }} }});
  const every = contrast === 'every';
  const found = await run(roots, rules.length
    ? only(rules)
    : {{ rules: {{ 'color-contrast': {{ enabled: every }} }} }});
  if (contrast && !every) found.push(...await run(({LOOKS})(roots), only(['color-contrast'])));
  return found.flatMap(({{ id, nodes }}) => nodes.map(({{ target, element }}) =>
    [element.closest(within)?.id ?? '', `${{id}}: ${{target}}`]));
}}"""
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
    page: Page, part: str = "html", *, themes: tuple[str, ...] = ("light",), again: bool = False
) -> list[str]:
    """Give all that is amiss with a part of a page, in the themes named.

    Parameters
    ----------
    again
        Whether the page has been checked in the light at another width.
    """
    return [told for _, told in violations_by(page, "html", part, themes=themes, again=again)]


def violations_by(
    page: Page, within: str, part: str, *, themes: tuple[str, ...], again: bool = False
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
            contrast = "each look" if again and theme.contrast else theme.contrast
            told = page.evaluate(RUN, [within, part, theme.rules, contrast])
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
