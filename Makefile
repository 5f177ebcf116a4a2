# The two main commands:  make book  builds,  make test  checks.

PYTHON ?= python3
VENV ?= .venv
BIN := $(abspath $(VENV))/bin
PORT ?= 8000
# Where the record store of `make lrs` listens.
LRS_PORT ?= 8100
# Folder of the course, which contains its course.yml: make book COURSE=../other
COURSE ?= .
BUILT = $(shell cd "$(COURSE)" && pwd)/_build

export PATH := $(BIN):$(PATH)
# A checkout uses its own code, even with the environment of another one.
export PYTHONPATH := $(CURDIR)
# Silences a warning about widget comms over TCP on localhost.
export PYTHONWARNINGS := ignore

# If it were set, every process would compile again everything that it imports.
unexport PYTHONDONTWRITEBYTECODE

FRONT_END := $(shell find exercises publishing -name dist -prune -o \( -name '*.js' -o -name '*.mjs' -o -name '*.css' \) -print)
# What to measure (pages, builds, handout, scale, lrs, results); everything by default.
TOPICS ?=
BUNDLES := exercises/web/dist/widget.js publishing/html/web/dist/site/course.js
PUBLISHING := $(BIN)/python -m publishing

.PHONY: book new html handout papers teacher exports zip web serve port-is-free lrs preview setup \
	setup-dev setup-results setup-engines test check browsers engines lint check-items report notebooks types bench lock clean

book: setup $(BUNDLES)
	$(PUBLISHING) book --quiet --course "$(COURSE)"
	@echo
	@echo "网页版　　　$(BUILT)/html/index.html"
	@echo "学员版讲义　$(BUILT)/handout/handout.pdf"
	@echo "教师版讲义　$(BUILT)/handout/handout-teacher.pdf"
	@echo "精读本　　　$(BUILT)/handout/handout-reading.pdf"

html: setup $(BUNDLES)
	$(PUBLISHING) html --quiet --course "$(COURSE)"

handout: setup $(BUNDLES)
	$(PUBLISHING) handout --quiet --course "$(COURSE)"

# The site in one file; unpacked, it works without a server.
zip: book
	$(PUBLISHING) zip --course "$(COURSE)"

# A course from a plain text: make new FOLDER=../my-course TEXT=课文.txt
new: setup
	@$(PUBLISHING) new "$(FOLDER)" --text "$(TEXT)"

# Two parallel test papers, answer sheets and key, as PDF and Word: make papers SEED=7
papers: setup
	@$(PUBLISHING) papers --seed "$(SEED)" --course "$(COURSE)"

# Material for trainers, with an index page: plans, notes, slides, worksheets, papers
teacher: setup
	@$(BIN)/python -m teaching --course "$(COURSE)"

# The items, and the whole course, for learning platforms; each file with a list of its losses
exports: html
	@$(BIN)/python -m exercises export all --course "$(COURSE)"

web: $(BUNDLES)

# With LRS=… readers may choose to have their answers sent to that record store.
serve: port-is-free html
ifdef LRS
	@$(BIN)/python -m exporting.serving --lrs "$(LRS)" --port $(PORT) --course "$(COURSE)"
else
	@echo "http://localhost:$(PORT)/"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory "$(BUILT)/html" $(PORT)
endif

# Checked before the build, which takes a while.
port-is-free:
	@$(PYTHON) tools/free-port $(PORT) "make serve PORT"

# A record store on this machine, in an environment of its own; its data stay in the folder.
LRS_FOLDER = $(BUILT)/lrs
lrs: setup
	@test "$(LRS_FOLDER)/installed" -nt tools/lrs/requirements.txt || { \
	  $(PYTHON) -m venv "$(LRS_FOLDER)/environment" && \
	  "$(LRS_FOLDER)/environment/bin/pip" install --quiet --disable-pip-version-check -r tools/lrs/requirements.txt && \
	  touch "$(LRS_FOLDER)/installed"; }
	@env -u PYTHONPATH "$(LRS_FOLDER)/environment/bin/python" tools/lrs/serve.py "$(LRS_FOLDER)" "$(LRS_PORT)"

# For authors: the pages are rebuilt whenever a source is saved.
preview: setup $(BUNDLES)
	@$(PUBLISHING) preview --port $(PORT) --course "$(COURSE)"

# -- Set-up ------------------------------------------------------------------

# What a build needs, and what checks need in addition.
setup: $(VENV)/installed node_modules/.package-lock.json
setup-dev: setup $(VENV)/installed-dev node_modules/installed-dev

# Debian's packages come first: python3-venv and the fonts are among them.
$(VENV)/installed: requirements.lock pyproject.toml apt.txt tools/python-packages tools/ipython_kernel_config.py
	@tools/system-packages apt.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	tools/python-packages $(VENV) requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --config-settings editable_mode=compat -e .
	install -D -m 644 tools/ipython_kernel_config.py $(VENV)/etc/ipython/ipython_kernel_config.py
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock | $(VENV)/installed
	tools/python-packages $(VENV) requirements-dev.lock
	@touch $@

# What `python -m exercises results` needs in addition; no build needs it.
setup-results: setup
	tools/python-packages $(VENV) results/requirements.lock

# What its other engines and their test need, some 1.5 GB; used by `make engines`.
ENGINES = spark clickhouse
setup-engines: setup-dev
	$(BIN)/pip install --quiet --disable-pip-version-check $(ENGINES:%=-r results/requirements-%.txt)

NPM_CI := $(BIN)/npm ci --ignore-scripts --no-fund --no-audit --silent

node_modules/.package-lock.json: package.json package-lock.json | $(VENV)/installed
	$(NPM_CI) --omit=dev
	@touch $@

node_modules/installed-dev: package.json package-lock.json | node_modules/.package-lock.json
	$(NPM_CI)
	@touch $@

$(BUNDLES) &: $(FRONT_END) package-lock.json | node_modules/.package-lock.json
	$(BIN)/node exercises/web/build.mjs
	$(BIN)/node publishing/html/web/build.mjs
	@touch $(BUNDLES)

# -- Checks ------------------------------------------------------------------

PYTEST := $(BIN)/python -m pytest --numprocesses 2 --dist loadfile

test: setup-dev
	@tools/system-packages tests/apt.txt
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target lint check-items book
	$(PYTEST)

# Quick checks for daily work: no browser, and nothing that needs a built book.
check: setup-dev $(BUNDLES)
	@tools/system-packages tests/apt.txt
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target lint check-items
	$(PYTEST) -m "not built" --ignore tests/browser --ignore tests/notebooks

# Firefox, WebKitGTK and Chrome 109, which the other checks do not use; one that cannot be installed
# is reported and skipped.
browsers: html setup-dev
	@tools/system-packages tests/browsers/apt.txt || echo "有的浏览器没有装上，下面写明跳过了哪些"
	@cd tests/browsers && $(BIN)/npm ci --ignore-scripts --no-fund --no-audit --silent || echo "Chrome 109 没有装上，跳过"
	$(BIN)/python -m pytest --numprocesses 0 tests/browsers

# Checks that Spark and ClickHouse give exactly the same figures as DuckDB; Spark needs Java 17.
engines: setup-engines
	RESULTS_ENGINES=1 $(BIN)/python -m pytest --numprocesses 0 tests/results/test_figures.py -k "spark_gives or clickhouse_gives"

lint: setup-dev
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

# Writes the walkthrough notebooks again; read the diff before you commit.
notebooks: book setup-dev
	$(BIN)/python -m tests.notebooks.write
	$(BIN)/python -m tests.record.ours

# Writes the types of the data that Python passes to scripts.
types: setup
	$(BIN)/python -m exercises.declarations

# -- Measuring ---------------------------------------------------------------

# Compared with the stock Jupyter Book, in alternating runs; one topic: make bench TOPICS=pages
bench: book setup-dev bench/node_modules/.package-lock.json
	@tools/system-packages bench/apt.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r bench/requirements.txt
	@$(BIN)/python -m bench $(TOPICS)

bench/node_modules/.package-lock.json: bench/package.json bench/package-lock.json | $(VENV)/installed
	cd bench && $(BIN)/npm ci --ignore-scripts --no-fund --no-audit --silent
	@touch $@

# -- Upkeep ------------------------------------------------------------------

# Pins the packages of all lists and their dependencies with hashes. Existing pins are kept unless the
# list requires another version or a package is named: make lock
# LOCK_OPTIONS="--upgrade-package pydantic". Run it with the oldest supported Python, that of Debian
# 12: make lock PYTHON=/usr/bin/python3
COMPILE = $(BIN)/uv pip compile --quiet --python $(PYTHON) --system-certs --generate-hashes $(LOCK_OPTIONS)
lock: export UV_CUSTOM_COMPILE_COMMAND = make lock
lock: setup
	$(COMPILE) requirements.txt --output-file requirements.lock
	$(COMPILE) results/requirements.txt --output-file results/requirements.lock
	$(COMPILE) requirements-dev.txt --output-file requirements-dev.lock

clean:
	rm -rf _build exercises/web/dist publishing/html/web/dist publishing/site/worker/dist
