"""What axe has against a page, in the light and, with no reload, in other themes.

In the light all rules are checked. Another theme changes colours only, so only the rules about
colours are checked in it, and that it shows and hides the same things and moves none of them.

The rules about colours take longer than all others together. So one element of each look is
checked by them: elements that agree in colour, in the grounds behind them and in whether they are
large (WCAG 2.2, 1.4.3) have one contrast that has to be reached, and links that also agree in size,
weight, what they stand in and are marked by stand out alike.
What is taken out of the flow may lie on another ground than its parents', and its name is part of
its look. A look is checked on the first page that has it, by whichever test comes first.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.reader import PATIENCE, ROOT

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
LIGHT = THEMES["light"]

COLOURS = ("color-contrast", "link-in-text-block")
#: Each look with one element that has it: of those with text of their own, and those that are
#: filled in. What is behind an element is what is behind its parent, and its own ground.
LOOKS = """(roots) => {
  const looks = new Map();
  // The longest: axe leaves single characters undecided, and they do not stand for words.
  const length = (element) => element.matches('input, select, textarea') ? 2 : Math.max(0,
    ...[...element.childNodes].map((node) => node.nodeType === 3 ? node.data.trim().length : 0));
  const places = new Map([[null, { ground: '', outOfFlow: '' }]]);
  const place = (element) => {
    if (!places.has(element)) {
      const parents = place(element.parentElement);
      const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
      const layer = `${backgroundColor} ${backgroundImage} ${opacity}`;
      const isFlowing = ['static', 'relative'].includes(position);
      places.set(element, {
        ground: layer === 'rgba(0, 0, 0, 0) none 1' ? parents.ground : `${layer}; ${parents.ground}`,
        outOfFlow: isFlowing ? parents.outOfFlow : `${element.localName}.${element.className}`,
      });
    }
    return places.get(element);
  };
  // In pixels, what WCAG gives as 18 pt, and as 14 pt in bold.
  const isLarge = ({ fontSize, fontWeight }) =>
    parseFloat(fontSize) >= (parseFloat(fontWeight) >= 700 ? 14 : 18) * 96 / 72;
  const mark = (link) => {
    const own = getComputedStyle(link);
    const { fontSize, fontWeight, textDecorationLine, fontStyle, borderBottomStyle, display } = own;
    const parents = getComputedStyle(link.parentElement);
    return [fontSize, fontWeight, textDecorationLine, fontStyle, borderBottomStyle, display,
      parents.color, parents.fontSize, parents.fontWeight].join();
  };
  for (const element of roots.flatMap((root) => [root, ...root.querySelectorAll('*')])) {
    if (!element.checkVisibility()) continue;
    const long = length(element);
    if (!long) continue;
    const style = getComputedStyle(element);
    const { ground, outOfFlow } = place(element);
    const look = [element.matches(':disabled'), style.color, isLarge(style), style.textShadow,
      ground, outOfFlow, element.matches('a') && mark(element)].join('; ');
    if (long > (looks.get(look)?.long ?? 0)) looks.set(look, { long, element });
  }
  return [...looks].map(([look, { long, element }]) => [`${long > 1}; ${look}`, element]);
}"""
#: What axe finds: each with the id of what it is within, and the looks that were not known yet.
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
  const old = new Set(known);
  const looks = known === null ? [] : ({LOOKS})(roots).filter(([look]) => !old.has(look));
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
OUTLINE = """(part) => [...document.querySelectorAll(part)].flatMap((root) =>
  [root, ...root.querySelectorAll('*')].map((element) => {
    const seen = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    // What is folded away has a place only once the browser has been asked for one.
    if (!seen) return { element, seen, place: '' };
    const { left, top, width, height } = element.getBoundingClientRect();
    // On the page: what has been answered may still be on its way into view.
    const place = [left + scrollX, top + scrollY, width, height];
    return { element, seen, place: place.map(Math.round).join() };
  }))"""
#: In forced colours some things have a border that is not painted elsewhere.
COMPARE = f"""([within, part, mayMove]) => {{
  const before = window.outlineInTheLight;
  const after = ({OUTLINE})(part);
  const name = ({{ element }}) => `${{element.localName}}#${{element.id}}.${{element.className}}`;
  const differs = (one, i) => one.seen !== after[i].seen
    || (!mayMove && one.place !== after[i].place)
    || (one.element !== after[i].element && name(one) !== name(after[i]));
  return before.length === after.length
    ? before.filter(differs).map((one) =>
      [one.element.closest(within)?.id ?? '', `not as in the light: ${{name(one)}}`])
    : [['', 'there is more or less than in the light']];
}}"""
#: What the system asks for.
SYSTEM = """() => ({
  scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  forced: matchMedia('(forced-colors: active)').matches ? 'active' : 'none',
  hasAxe: 'axe' in window,
})"""
#: Nothing is on its way any more; what follows the scrolling is never done.
SETTLED = f"""async () => {{
  const moving = () => document.getAnimations().filter(({{ playState, timeline }}) =>
    playState === 'running' && timeline === document.timeline);
  if (!moving().length) return;
  const late = new Promise((_, fail) => setTimeout(fail, {PATIENCE}, new Error('never settled')));
  while (moving().length)
    await Promise.race([Promise.allSettled(moving().map(({{ finished }}) => finished)), late]);
}}"""
#: What has opened finds its place, and the page's own script, which would have the last word,
#: follows the system.
TWO_FRAMES = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(done)))"""
SHOW = f"""async ([theme, waits]) => {{
  if (waits) await ({TWO_FRAMES})();
  const {{ dataset }} = document.documentElement;
  if (dataset.theme !== theme) dataset.theme = theme;
  await ({SETTLED})();
}}"""
#: A part of a page in a theme; in the light its outline is kept if other themes follow.
CHECK = f"""async ([theme, waits, everyRule, known, within, part, keeps, mayMove]) => {{
  await ({SHOW})([theme, waits]);
  if (everyRule && keeps) window.outlineInTheLight = ({OUTLINE})(part);
  const {{ found, looks }} = await ({RUN})([within, part, everyRule, known]);
  if (!everyRule) found.push(...({COMPARE})([within, part, mayMove]));
  return {{ found, looks }};
}}"""


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
        system = page.evaluate(SYSTEM)
        if not system.pop("hasAxe"):
            # By evaluation, for the page's policy lets in no script but the site's. What is found
            # is named by its place: axe need not write out its markup.
            page.evaluate(f"{AXE.read_text(encoding='utf-8')}; axe.configure({{ noHtml: true }})")
        shown = _Shown(page, **system)
        found: list[tuple[str, str]] = []
        try:
            for name in themes:
                theme = THEMES[name]
                known = list(self._looks[name]) if theme.has_colours else None
                asked = [theme == LIGHT, known, within, part, len(themes) > 1]
                told = shown.in_theme(theme, CHECK, *asked, theme.forced == "active")
                self._looks[name].update(told["looks"])
                found += [(id_, f"{name}: {what}") for id_, what in told["found"]]
        finally:
            # A page is left in the light, whatever it is shown in.
            shown.in_theme(LIGHT, SHOW)
        return found


#: Of all tests in a process: a look is checked in the first test that sees it.
SHARED = Axe()
violations = SHARED.violations


class _Shown:
    """A page in one theme after another."""

    def __init__(self, page: Page, *, scheme: str, forced: str) -> None:
        self._page = page
        self._system = scheme, forced
        # It may just have been changed.
        self._waits = True

    def in_theme(self, theme: Theme, script: str, *asked: object) -> Any:
        """Run a script that shows the page in a theme (``SHOW``) first; give what it gives."""
        if self._system != (theme.scheme, theme.forced):
            self._system = theme.scheme, theme.forced
            self._page.emulate_media(color_scheme=theme.scheme, forced_colors=theme.forced)
            self._waits = True
        waits, self._waits = self._waits, False
        return self._page.evaluate(script, [theme.shown, waits, *asked])
