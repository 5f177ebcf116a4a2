"""Live in JupyterLab: what is on the page and the Python object are one exercise."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import time

import nbformat
import pytest

from course import FILE
from tests.browser.learner import Pointer
from tests.browser.reader import ROOT, Exercise, bank, cut_off, samples
from tests.this_course import COURSE

SECONDS_TO_START = 60
MILLISECONDS_TO_OPEN = 60_000
POLL = 0.1

NOTEBOOK = f"""from exercises import load
shown = {{id: load(id) for id in {[item.id for item in samples().values()]}}}
display(*shown.values())
"""
OPEN_AND_RUN = """async () => {
  await jupyterapp.restored;
  const open = await jupyterapp.commands.execute('docmanager:open', { path: 'learn.ipynb' });
  await open.context.ready;
  await open.sessionContext.ready;
  await jupyterapp.commands.execute('notebook:run-all-cells');
  globalThis.kernel = open.sessionContext.session.kernel;
}"""
#: A short chapter.
CHAPTER = "book/c07.md"
#: As by the menu: Open With, Notebook.
OPEN_CHAPTER = """async (path) => {
  const given = { path, factory: 'Notebook' };
  const open = await jupyterapp.commands.execute('docmanager:open', given);
  await open.context.ready;
  await open.sessionContext.ready;
  await jupyterapp.commands.execute('notebook:run-all-cells');
}"""
RUN = """async (code) => {
  const printed = [];
  const request = kernel.requestExecute({ code });
  request.onIOPub = ({ header, content }) => {
    if (header.msg_type === 'stream') printed.push(content.text);
    if (header.msg_type === 'error') printed.push(content.traceback.join('\\n'));
  };
  await request.done;
  return printed.join('');
}"""

ASKED = 20
TELL = """import json
names = ("response", "state", "score", "attempts")
told = {
    id: {name: getattr(exercise, name) for name in names} | {"max": exercise.item.rubric().max}
    for id, exercise in shown.items()
}
print(json.dumps(told))
"""

each_kind = pytest.mark.parametrize("item", samples().values(), ids=samples())


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """JupyterLab for a learner with a folder, a notebook and no settings."""
    home = tmp_path_factory.mktemp("learner")
    lend_course(home)
    (home / "book").mkdir(exist_ok=True)
    shutil.copy(ROOT / CHAPTER, home / CHAPTER)
    cell = nbformat.v4.new_code_cell(NOTEBOOK)
    # Without a kernel's name JupyterLab would ask for one.
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), home / "learn.ipynb")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
            f"--ServerApp.root_dir={home}",
            f"--IdentityProvider.token={secrets.token_hex()}",
            "--LabApp.expose_app_in_browser=True",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            # It would look for language servers by npm.
            "--LanguageServerManager.autodetect=False",
        ],
        cwd=home,
        env=os.environ
        | {"HOME": str(home), "PYTHONPATH": str(ROOT), "JUPYTER_RUNTIME_DIR": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield json.loads(started(home, process))
    finally:
        process.terminate()
        process.wait()


def lend_course(home):
    """Make a folder the course's, so that a notebook in it finds the items."""
    for file in (ROOT / FILE, COURSE.source, COURSE.bank):
        link = home / COURSE.shown(file)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(file)


def started(home, process):
    """Wait for the file in which a running server tells its address; give what is in it."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        for told in home.glob("jpserver-*.json"):
            text = told.read_text(encoding="utf-8")
            # It is there before it is written, and its last line is a brace.
            if text.endswith("}"):
                return text
        time.sleep(POLL)
    pytest.fail("JupyterLab does not start")


@pytest.fixture(scope="module")
def notebook(browser, server):
    """The notebook, open and run; and what it asked of other hosts."""
    context = browser.new_context()
    troubles = cut_off(context, server["url"])
    context.set_default_timeout(MILLISECONDS_TO_OPEN)
    page = context.new_page()
    page.goto(f"{server['url']}lab?token={server['token']}")
    page.wait_for_function("() => globalThis.jupyterapp")
    page.evaluate(OPEN_AND_RUN)
    # A cell that failed is told here, once, and not by each test that waits for its exercise.
    assert page.evaluate(RUN, "print(len(shown))") == f"{len(samples())}\n"
    yield page, troubles
    context.close()


@pytest.fixture(scope="module")
def live(notebook):
    page, _ = notebook
    return {item.id: Exercise(page, item.id) for item in samples().values()}


def known(page, state):
    """Ask Python what it knows of the exercises until it knows the state of all.

    Jupyter sends a widget's changes no faster than the kernel takes them, so a
    question can overtake them.
    """
    for _ in range(ASKED):
        told = json.loads(page.evaluate(RUN, TELL))
        if {one["state"] for one in told.values()} == {state}:
            break
    return told


@pytest.fixture(scope="module")
def answered(notebook, live):
    """What Python knows of each exercise after a right answer by clicking; and the responses."""
    for item in samples().values():
        learner = Pointer(live[item.id], touch=False)
        learner.answer(item.right)
        learner.use("submit")
    page, _ = notebook
    return known(page, "correct"), {id_: exercise.response for id_, exercise in live.items()}


@pytest.fixture(scope="module")
def answered_in_python(notebook, live, answered):
    """What the page has of each exercise after a wrong answer by Python to the exercise as new."""
    page, _ = notebook
    for exercise in live.values():
        exercise.reset()
    known(page, "new")
    wrong = {item.id: item.wrong for item in samples().values()}
    page.evaluate(RUN, f"for id, response in {wrong}.items(): shown[id].submit(response)")
    for exercise in live.values():
        exercise.root.and_(page.locator("[data-state=wrong]")).wait_for()
    return {id_: exercise.response for id_, exercise in live.items()}


@each_kind
def test_an_answer_given_by_clicking_reaches_python(answered, item):
    told, responses = answered
    assert told[item.id] == {
        "response": responses[item.id],
        "state": "correct",
        "score": told[item.id]["max"],
        "max": told[item.id]["max"],
        "attempts": 1,
    }


@each_kind
def test_an_answer_given_in_python_reaches_the_page(answered_in_python, item):
    assert answered_in_python[item.id] == item.wrong


@each_kind
def test_it_is_named_by_its_title(live, item):
    root = live[item.id].root
    title = root.get_attribute("aria-labelledby")
    assert root.locator(f"#{title}").inner_text().strip()


def test_a_chapter_opens_as_a_notebook_and_is_answered(notebook):
    page, _ = notebook
    page.evaluate(OPEN_CHAPTER, CHAPTER)
    html = CHAPTER.replace(".md", ".html")
    item = next(one for one in bank() if one.page == html and one.kind == "single")
    exercise = Exercise(page, item.id)
    learner = Pointer(exercise, touch=False)
    learner.answer(item.right)
    learner.use("submit")
    exercise.root.and_(page.locator("[data-state=correct]")).wait_for()


def test_no_other_host_is_asked(notebook):
    _, troubles = notebook
    assert troubles.outside == []
