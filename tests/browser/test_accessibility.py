"""axe finds nothing against our own markup, in any state, light and dark."""

import pytest

from tests.browser.reader import ROOT, course_pages, samples

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHECK = """() => axe.run('main', { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
INTO_STATE = {
    "new": "root.reset()",
    "unanswered": "root.submit()",
    "wrong": "root.response = item.wrong; root.submit()",
    "right": "root.response = item.right; root.submit()",
    "revealed": "root.response = item.wrong; root.submit(); root.reveal()",
}


def themed(theme):
    return "".join(f"localStorage.setItem('{name}', '{theme}');" for name in ("theme", "mode"))


def violations(page):
    page.add_script_tag(path=AXE)
    return page.evaluate(CHECK)


@pytest.fixture(scope="module", params=["light", "dark"])
def pages(request, browser, file_site):
    context = browser.new_context(color_scheme=request.param)
    context.add_init_script(themed(request.param))
    opened = {}
    for item in samples().values():
        if item.page not in opened:
            opened[item.page] = context.new_page()
            opened[item.page].goto(file_site + item.page)
            opened[item.page].add_script_tag(path=AXE)
    yield opened
    context.close()


@pytest.mark.parametrize("state", INTO_STATE)
@pytest.mark.parametrize("item", samples().values(), ids=samples())
def test_an_exercise_is_accessible(pages, item, state):
    page = pages[item.page]
    root = page.locator(f"#ex-{item.id}")
    root.evaluate(
        f"(root, item) => {{ root.reset(); {INTO_STATE[state]} }}",
        {"right": item.right, "wrong": item.wrong},
    )
    assert root.evaluate(CHECK.replace("() =>", "(root) =>").replace("'main'", "root")) == []


@pytest.mark.parametrize("name", course_pages())
def test_a_page_is_accessible(visit, name):
    assert violations(visit(name)) == []
