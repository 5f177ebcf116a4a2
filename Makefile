# Two commands do everything:  make book  builds,  make test  checks.

PYTHON ?= python3
VENV ?= .venv
BIN := $(abspath $(VENV))/bin
PORT ?= 8000
# The course to work on; another one is a folder with its own course.yml: make book COURSE=../other
COURSE ?= .
BUILT = $(shell cd "$(COURSE)" && pwd)/_build

export PATH := $(BIN):$(PATH)
# A checkout builds with its own code, whichever environment it borrows.
export PYTHONPATH := $(CURDIR)
export PYTHONDONTWRITEBYTECODE := 1
# Widget comms over TCP on localhost are what notebooks have always used.
export PYTHONWARNINGS := ignore

FRONT_END := $(shell find exercises publishing -name dist -prune -o \( -name '*.js' -o -name '*.mjs' -o -name '*.css' \) -print)
# What to measure (pages, builds, handout); everything by default.
TOPICS ?=
BUNDLES := exercises/web/dist/widget.js publishing/html/web/dist/site/course.js
JUPYTER_BOOK := $(BIN)/python -m publishing

.PHONY: book new html handout papers zip web serve preview setup test lint check-items report notebooks bench lock clean

book: html handout
	@echo
	@echo "网页版　　　$(BUILT)/html/index.html"
	@echo "学员版讲义　$(BUILT)/handout/handout.pdf"
	@echo "教师版讲义　$(BUILT)/handout/handout-teacher.pdf"

html: setup $(BUNDLES)
	$(JUPYTER_BOOK) html --quiet --course "$(COURSE)"

handout: setup $(BUNDLES)
	$(JUPYTER_BOOK) handout --quiet --course "$(COURSE)"

# One file to carry: unpacked, it works without a server.
zip: book
	$(JUPYTER_BOOK) zip --course "$(COURSE)"

# A course from a plain text: make new FOLDER=../my-course TEXT=课文.txt
new: setup
	@$(JUPYTER_BOOK) new "$(FOLDER)" --text "$(TEXT)"

# Two parallel test papers, answer sheets and key: make papers SEED=7
papers: setup
	@$(JUPYTER_BOOK) papers --seed "$(SEED)" --course "$(COURSE)"

web: $(BUNDLES)

serve: html
	@echo "http://localhost:$(PORT)/"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory "$(BUILT)/html" $(PORT)

# For authors: the pages are built anew whenever a source is saved.
preview: setup $(BUNDLES)
	@$(JUPYTER_BOOK) preview --port $(PORT) --course "$(COURSE)"

# -- Set-up ------------------------------------------------------------------

setup: $(VENV)/installed node_modules/.package-lock.json

# Debian's packages come first: python3-venv and the fonts are among them.
$(VENV)/installed: requirements.lock pyproject.toml apt.txt tools/ipython_kernel_config.py
	@tools/system-packages apt.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	install -D -m 644 tools/ipython_kernel_config.py $(VENV)/etc/ipython/ipython_kernel_config.py
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json | $(VENV)/installed
	$(BIN)/npm ci --ignore-scripts --no-fund --no-audit --silent
	@touch $@

$(BUNDLES) &: $(FRONT_END) node_modules/.package-lock.json
	$(BIN)/node exercises/web/build.mjs
	$(BIN)/node publishing/html/web/build.mjs
	@touch $(BUNDLES)

# -- Checks ------------------------------------------------------------------

test: lint check-items book
	@tools/system-packages tests/apt.txt
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	node_modules/.bin/biome check --error-on-warnings .
	node_modules/.bin/tsc --project jsconfig.json
	node_modules/.bin/tsc --project publishing/site/worker/jsconfig.json

check-items: setup
	@$(BIN)/python -m exercises --course "$(COURSE)" check

report: setup
	@$(BIN)/python -m exercises --course "$(COURSE)" report

# Writes the walkthrough notebooks anew, to be read in the diff before a commit.
notebooks: html handout
	$(BIN)/python -m tests.notebooks.write

# -- Measuring ---------------------------------------------------------------

# Beside the stock Jupyter Book, several runs in turn; only some of it: make bench TOPICS=pages
bench: book bench/node_modules/.package-lock.json
	@tools/system-packages bench/apt.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r bench/requirements.txt
	@$(BIN)/python -m bench $(TOPICS)

bench/node_modules/.package-lock.json: bench/package.json bench/package-lock.json | $(VENV)/installed
	cd bench && $(BIN)/npm ci --ignore-scripts --no-fund --no-audit --silent
	@touch $@

# -- Upkeep ------------------------------------------------------------------

# Pins the whole tree of requirements.txt with hashes. Run it with the oldest Python that
# the course is for, Debian 12's: make lock PYTHON=/usr/bin/python3
lock:
	$(PYTHON) -m venv _build/lock
	_build/lock/bin/pip install --quiet pip-tools
	_build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--output-file requirements.lock requirements.txt

clean:
	rm -rf _build exercises/web/dist publishing/html/web/dist publishing/site/worker/dist
