"""What axe has against a page, in the light and, with no reload, in other themes.

In the light all rules are checked. Another theme changes colours only, so only the rules about
colours are checked in it, and that it shows and hides the same things and moves none of them.

The rules about colours take longer than all others together. So one element of each look is
checked by them: elements that agree in colour, size, weight and in the grounds behind them have
one contrast, and links that also agree in what they stand in and are marked by stand out alike.
What is taken out of the flow may lie on another ground than its parents', and its name is part of
its look. A look is checked on the first page that has it.
"""

from __future__ import annotations

import json
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
    #: Whether axe knows the colours: in forced ones it knows only what the style sheets ask for.
    has_colours: bool = True


#: Those of one scheme of the system beside each other: a page is led through them in turn.
THEMES = {
    "light": Theme("light", "light"),
    "sepia": Theme("light", "sepia", chosen="sepia"),
    "dark": Theme("dark", "dark"),
    "forced": Theme("dark", "dark", forced="active", has_colours=False),
}

COLOURS = ("color-contrast", "link-in-text-block")
#: Each look with one element that has it: of those with text of their own, and those that are
#: filled in.
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
  const mark = (link) => {
    const { textDecorationLine, fontStyle, borderBottomStyle, display } = getComputedStyle(link);
    const { color, fontWeight } = getComputedStyle(link.parentElement);
    return [textDecorationLine, fontStyle, borderBottomStyle, display, color, fontWeight].join();
  };
  const outOfFlow = (element) => {
    for (let at = element; at; at = at.parentElement)
      if (!['static', 'relative'].includes(getComputedStyle(at).position))
        return `${at.localName}.${at.className}`;
    return '';
  };
  for (const element of roots.flatMap((root) => [root, ...root.querySelectorAll('*')])) {
    const long = length(element);
    if (!long || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const look = [element.matches(':disabled'), color, fontSize, fontWeight, textShadow,
      ground(element), outOfFlow(element), element.matches('a') && mark(element)].join('; ');
    if (long > (looks.get(look)?.long ?? 0)) looks.set(look, { long, element });
  }
  return [...looks].map(([look, { element }]) => [look, element]);
}"""
RUN = f"""async ([within, part, everyRule, known]) => {{
  const colours = {json.dumps(COLOURS)};
  const roots = [...document.querySelectorAll(part)];
  // What is found is named below; axe would name all that it looks at, and load all style sheets.
  const run = async (include, options) => (await axe.run({{ include }}, {{
    elementRef: true,
    selectors: false,
    preload: {{ assets: ['media'] }},
    resultTypes: ['violations'],
    ...options,
  }})).violations;
  const name = (element) => element.id ? `#${{element.id}}`
    : element.className ? `.${{[...element.classList].join('.')}}` : element.localName;
  const place = (element) => [...new Set([element.closest('[id]') ?? element, element])]
    .map(name).join(' ');
  const found = [];
  if (everyRule) {{
    const rules = Object.fromEntries(colours.map((name) => [name, {{ enabled: false }}]));
    found.push(...await run(roots, {{ rules }}));
  }}
  const looks = known === null ? [] : ({LOOKS})(roots).filter(([look]) => !known.includes(look));
  if (looks.length)
    found.push(...await run(looks.map(([, element]) => element),
      {{ runOnly: {{ type: 'rule', values: colours }} }}));
  return {{
    found: found.flatMap(({{ id, nodes }}) => nodes.map(({{ element }}) =>
      [element.closest(within)?.id ?? '', `${{id}}: ${{place(element)}}`])),
    looks: looks.map(([look]) => look),
  }};
}}"""
#: For each element whether it is seen, and if so where it stands.
OUTLINE = """([within, part]) => [...document.querySelectorAll(part)].flatMap((root) =>
  [root, ...root.querySelectorAll('*')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const seen = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    return {
      within: element.closest(within)?.id ?? '',
      name: `${element.localName}#${element.id}.${element.className}`,
      seen,
      // What is folded away has a place only once the browser has been asked for one.
      place: seen ? [left, top, width, height].map(Math.round).join() : '',
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
#: What the system asks for, and the theme that the page is in.
SHOWN = """() => ({
  scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  forced: matchMedia('(forced-colors: active)').matches ? 'active' : 'none',
  shown: document.documentElement.dataset.theme,
})"""
#: Nothing is on its way; what follows the scrolling is never done.
SETTLED = """() => document.getAnimations().every(({ playState, timeline }) =>
  playState !== 'running' || timeline !== document.timeline)"""
#: What has opened finds its place.
TWO_FRAMES = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(done)))"""


class Axe:
    """Checks pages, and the colours of a look on the first page that has it."""

    def __init__(self) -> None:
        self._looks: dict[str, set[str]] = {name: set() for name in THEMES}

    def violations(
        self,
        page: Page,
        part: str = "html",
        *,
        themes: tuple[str, ...] = ("light",),
    ) -> list[str]:
        """Give all that is amiss with a part of a page, in the themes named."""
        return [told for _, told in self.violations_by(page, "html", part, themes=themes)]

    def violations_by(
        self,
        page: Page,
        within: str,
        part: str,
        *,
        themes: tuple[str, ...],
    ) -> list[tuple[str, str]]:
        """Give what is amiss, each with the id of the element that it is within."""
        if not page.evaluate("'axe' in window"):
            # By evaluation, for the page's policy lets in no script but the site's.
            page.evaluate(AXE.read_text(encoding="utf-8"))
        page.wait_for_function(SETTLED)
        page.evaluate(TWO_FRAMES)
        if len(themes) > 1:
            page.evaluate(KEEP, [within, part])
        found: list[tuple[str, str]] = []
        with _back_in_the_light(page):
            for name in themes:
                theme = THEMES[name]
                every_rule = theme == THEMES["light"]
                known = list(self._looks[name]) if theme.has_colours else None
                _show(page, theme)
                told = page.evaluate(RUN, [within, part, every_rule, known])
                if not every_rule:
                    may_move = theme.forced == "active"
                    told["found"] += page.evaluate(COMPARE, [within, part, may_move])
                self._looks[name].update(told["looks"])
                found += [(id_, f"{name}: {what}") for id_, what in told["found"]]
        return found


def violations(
    page: Page, part: str = "html", *, themes: tuple[str, ...] = ("light",)
) -> list[str]:
    """Give all that is amiss with a part of one page, in the themes named."""
    return Axe().violations(page, part, themes=themes)


@contextmanager
def _back_in_the_light(page: Page) -> Generator[None]:
    """Leave a page as it is found, in the light, whatever it is shown in."""
    try:
        yield
    finally:
        _show(page, THEMES["light"])


def _show(page: Page, theme: Theme) -> None:
    """Show a page in a theme; what it is shown in already is left alone."""
    now = page.evaluate(SHOWN)
    wanted = {"scheme": theme.scheme, "forced": theme.forced, "shown": theme.shown}
    if now == wanted:
        return
    if {**now, "shown": theme.shown} != wanted:
        page.emulate_media(color_scheme=theme.scheme, forced_colors=theme.forced)
        # The page's own script follows the system, and would have the last word.
        page.evaluate(TWO_FRAMES)
    page.evaluate("(name) => { document.documentElement.dataset.theme = name; }", theme.shown)
    page.wait_for_function(SETTLED)
