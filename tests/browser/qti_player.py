"""qti3-item-player in a page of its own, which plays any number of items one after another."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, Page

from tests.this_course import ROOT

MODULES = ROOT / "node_modules"
PLAYER = MODULES / "qti3-item-player" / "dist"

#: Mounts the player, which says much in the console. Version 1.1.20 takes only the name of a
#: variable for the `n` of qti-index (`QtiIndex.vue`, `getNValue`), which may be a number too.
_MOUNT = """
() => new Promise((mounted) => {
  console.log = () => {};
  const index = Vue.component('qti-index').options.methods;
  const named = index.getNValue;
  index.getNValue = function () {
    return /^\\d+$/.test(this.n) ? Number(this.n) : named.call(this);
  };
  Vue.config.errorHandler = (error) => { throw error; };
  const waiting = {};
  window.told = (name, xml) => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${name} never: ${xml.slice(0, 999)}`)), 5000);
    waiting[name] = (data) => { clearTimeout(late); resolve(data); };
  });
  const on = (name) => (data) => waiting[name]?.(data);
  new Vue({
    el: document.body.appendChild(document.createElement('div')),
    render: (h) => h(qti3Player, {
      props: { suppressAlertMessages: true, suppressInvalidResponseMessages: true },
      on: {
        notifyQti3PlayerReady: (player) => { window.player = player; mounted(); },
        notifyQti3ItemReady: on('ready'),
        notifyQti3EndAttemptCompleted: on('ended'),
      },
    }),
  });
})
"""

_PLAY = """
async (plays) => {
  const results = [];
  for (const { xml, responses } of plays) {
    const ready = told('ready', xml);
    const none = { contextVariables: [], templateVariables: [], outcomeVariables: [] };
    // Given the very same text again, it would not load it.
    player.loadItemFromXml(`${xml}<!-- ${results.length} -->`, {
      guid: String(results.length),
      status: 'interacting',
      sessionControl: { max_attempts: 0, show_feedback: true, validate_responses: false },
      state: { ...none, responseVariables: responses, validationMessages: [] },
    });
    await ready;
    const before = document.body.innerText;
    const ended = told('ended', xml);
    player.endAttempt('');
    const { state } = await ended;
    await Vue.nextTick();
    results.push({
      before,
      after: document.body.innerText,
      held: document.body.textContent,
      outcomes: Object.fromEntries(
        state.outcomeVariables.map(({ identifier, value }) => [identifier, value]),
      ),
      responses: Object.fromEntries(
        state.responseVariables.map(({ identifier, value }) => [identifier, value]),
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
    page.add_style_tag(path=PLAYER / "qti3Player.css")
    page.add_script_tag(path=MODULES / "vue" / "dist" / "vue.min.js")
    page.add_script_tag(path=PLAYER / "qti3Player.umd.min.js")
    page.evaluate(_MOUNT)
    return page


def play(page: Page, plays: list[tuple[str, list[dict[str, Any]]]]) -> list[dict[str, Any]]:
    """Answer items: each is restored with a response, which is then submitted.

    Parameters
    ----------
    page
        The page with the player.
    plays
        The items' XML, and their response variables as a state of the player's has them.

    Returns
    -------
    list of dict
        For each what was shown before and after, what is in the page at all, the outcomes, and
        the responses as the player read them.
    """
    given = [{"xml": xml, "responses": responses} for xml, responses in plays]
    return page.evaluate(_PLAY, json.loads(json.dumps(given)))
