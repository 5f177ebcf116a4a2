"""qti-components of Citolab in a page of its own, which plays any number of items one by one.

What version 7.27.4 does otherwise than QTI 3.0 says, and is put right here before it plays:

| element | what the standard says | what it does |
| --- | --- | --- |
| qti-multiple | the values of a container among its expressions are added to the result, for \
containers hold no containers | it adds the whole container as one value, `C1,C3`: no reason for an \
answer to a multiple choice is shown |

It is under the GPL: it judges in tests only, and no page or package of ours has any of it.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, Page

from tests.this_course import ROOT

_PLAYER = ROOT / "node_modules" / "@citolab" / "qti-components" / "cdn" / "index.global.js"

#: Puts right what the table says, and keeps it from saying much in the console.
_MOUNT = """
() => {
  console.log = console.debug = () => {};
  const multiple = customElements.get('qti-multiple').prototype;
  const { getResult } = multiple;
  multiple.getResult = function () {
    return getResult.call(this)?.flatMap((one) =>
      Array.isArray(one.value)
        ? one.value.map((value) => ({ ...one, cardinality: 'single', value }))
        : one,
    );
  };
}
"""

_PLAY = """
async (plays) => {
  // What a reader sees: the item is in a shadow tree, whose text no innerText has.
  const seen = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let text = '';
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement?.checkVisibility()) text += texts.currentNode.data;
    }
    return text;
  };
  const rendered = () => new Promise((resolve) => setTimeout(resolve));
  const opened = async (xml) => {
    const shown = document.createElement('qti-item');
    const container = document.createElement('item-container');
    const connected = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`never: ${xml.slice(0, 999)}`)), 20000);
      shown.addEventListener('qti-assessment-item-connected', ({ detail }) => {
        clearTimeout(late);
        resolve(detail);
      });
    });
    container.itemXML = xml;
    shown.append(container);
    document.body.replaceChildren(shown);
    const item = await connected;
    await rendered();
    return { xml, item, container, before: seen(container.shadowRoot) };
  };
  const results = [];
  let open;
  for (const { xml, responses } of plays) {
    if (open?.xml !== xml) open = await opened(xml);
    const { item, container, before } = open;
    item.variables = responses.map(({ identifier, value }) => ({ identifier, value }));
    item.processResponse(true, false);
    await rendered();
    results.push({
      before,
      after: seen(container.shadowRoot),
      held: container.shadowRoot.textContent,
      outcomes: Object.fromEntries(
        item.variables.map(({ identifier, value }) => [identifier, value]),
      ),
    });
  }
  return results;
}
"""


def mounted(browser: Browser) -> Page:
    """Open a page with the player in it."""
    page = browser.new_page(viewport={"width": 1280, "height": 10})
    page.set_content("<!doctype html><title>QTI</title><body></body>")
    page.add_script_tag(path=_PLAYER)
    page.evaluate(_MOUNT)
    return page


def play(page: Page, plays: list[tuple[str, list[dict[str, Any]]]]) -> list[dict[str, Any]]:
    """Answer items: each is given a response, which is then processed.

    An item that comes twice in a row is answered again where it is.

    Parameters
    ----------
    page
        The page with the player.
    plays
        The items' XML, and their response variables.

    Returns
    -------
    list of dict
        For each what was shown before any answer and after this one, what is in the
        page at all, and its variables.
    """
    given = [{"xml": xml, "responses": responses} for xml, responses in plays]
    return page.evaluate(_PLAY, json.loads(json.dumps(given)))
