// Tests the record with random operations against a simple model: answers in several tabs, clearing
// and undoing, files, clock changes, time zones, reviews. Usage: node drive_record.mjs RUNS STEPS
// [SEED]
import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import fc from 'fast-check';
import { Storage } from './stored.mjs';

const [runs, steps, seed] = process.argv.slice(2).map(Number);
const source = new URL('../../publishing/', import.meta.url).href;

// -- The parts of a browser that the record uses ------------------------------------------------

const parts = ['review', 'notes'].map((page) => `${source}pages/${page}/part.js`);
const found = [
  ...parts.map((file, i) => `import p${i} from ${JSON.stringify(file)};`),
  `export default [${parts.map((_, i) => `p${i}`)}];`,
].join('\n');
registerHooks({
  resolve: (name, context, next) =>
    name === '#parts'
      ? { url: `data:text/javascript,${encodeURIComponent(found)}`, shortCircuit: true }
      : next(name, context),
});

const START = Date.UTC(2026, 10, 23, 1);
let clock = START;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [clock]));
  }
  static now() {
    return clock;
  }
};

/** Tells the other tabs of each change. */
class SharedStorage extends Storage {
  setItem(name, text) {
    if (this.getItem(name) === text) return;
    super.setItem(name, text);
    tell(name);
  }
  removeItem(name) {
    if (this.getItem(name) === null) return;
    super.removeItem(name);
    tell(name);
  }
}

/** Queues a change for all tabs except the acting one. */
function tell(name) {
  for (const tab of tabs) if (tab !== acting) tab.unheard.push(name);
}

const PREFIX = 'course:x:/:';
let listeners = [];
// No launcher of a platform has opened the page.
globalThis.parent = {};
globalThis.window = { addEventListener: (type, hear) => listeners.push({ type, hear }) };
globalThis.document = {
  documentElement: { dataset: { storage: PREFIX, courseId: 'x', legacyPrefix: '' } },
  querySelector: () => null,
  dispatchEvent: () => true,
};

const load = (file) => import(source + file);
const { keepUp } = await load('../exercises/web/src/keep-up.js');
const { openMemory } = await load('../exercises/web/src/memory.js');
const { bringBack, clearEntries, entriesOf } = await load('html/web/src/record/clearing.js');
const { putTimesRight } = await load('html/web/src/record/clock.js');
const { readPart, readRecord } = await load('html/web/src/record/record.js');
const { tally } = await load('html/web/src/record/tally.js');
const { exportRecord, newerThanHeld, takeText } = await load('html/web/src/record/transfer.js');
const { default: REVIEWS } = await load('pages/review/part.js');
const { planReviews } = await load('pages/review/plan.js');
const { schedule } = await load('pages/review/schedule.js');
const { openReviews } = await load('pages/review/store.js');

const ITEMS = ['c01-a', 'c01-b', 'c01-c', 'c02-a'];
const VERSION = 'v1';
const chapters = ['c01', 'c02'].map((id) => ({
  page: id,
  items: ITEMS.filter((item) => item.startsWith(id)).map((item) => ({
    id: item,
    version: VERSION,
    ratesRecall: false,
  })),
}));
const entries = chapters.flatMap(({ items }) => items);
const DAY = 86_400_000;

// -- Tabs ----------------------------------------------------------------------------------------

/** @type {Tab[]} */
let tabs = [];
/** The tab whose script is running; null for the progress page. */
let acting = null;

class Tab {
  unheard = [];
  constructor() {
    listeners = [];
    this.memory = openMemory(() => {});
    const shown = ITEMS.map((id) => [id, new Shown(this, id)]);
    this.exercises = new Map(shown);
    keepUp(this.memory, this.exercises);
    this.listeners = listeners;
  }
  hear(type, event) {
    for (const listener of this.listeners) if (listener.type === type) listener.hear(event);
  }
  /** Delivers the queued storage events. */
  listen() {
    for (const key of this.unheard.splice(0)) this.hear('storage', { key });
  }
  expectUpToDate() {
    for (const [item, { attempts, first }] of this.exercises) {
      const { attempts: made = 0, first: expected = '' } = model.get(item) ?? {};
      assert.deepEqual({ attempts, first }, { attempts: made, first: expected }, 'a tab is behind');
    }
  }
  /** Returns from the back/forward cache, where it received no events. */
  comeBack() {
    this.unheard = [];
    this.hear('pageshow', { persisted: true });
  }
}

/** The state of an exercise on a page, as in `exercise.js`. */
class Shown {
  constructor(tab, id) {
    this.tab = tab;
    this.id = id;
    this.restore();
  }
  restore() {
    const saved = this.tab.memory.load(this.id);
    this.attempts = saved?.attempts ?? 0;
    this.first = saved?.first ?? '';
  }
  submit(state) {
    this.attempts += 1;
    this.first ||= state;
    this.save(state);
  }
  save(state) {
    const { attempts, first } = this;
    const kept = this.tab.memory.save(this.id, {
      version: VERSION, response: {}, state, score: 0, attempts, revealed: false, first, at: clock,
    }); // biome-ignore format: an entry
    this.attempts = kept.attempts;
    this.first = kept.first;
  }
}

// -- Operations and their expected effects -------------------------------------------------------

/** The expected state: by item, the attempts and results since it was cleared. */
let model = new Map();
let honest = true;
let turn = 0;
let files = [];
let undo = null;
let store;

function expectAnswered(item, state) {
  const { attempts = 0, first = '' } = model.get(item) ?? {};
  model.set(item, { attempts: attempts + 1, first: first || state, state, turn: ++turn });
}

const plan = (now = clock) => planReviews(chapters, readRecord(), readPart(REVIEWS), now, 50);
const reduced = (saved) =>
  saved && { attempts: saved.attempts, first: saved.first, state: saved.state };

const does = {
  rest: () => {},
  answer({ tab, item, state }) {
    acting = tabs[tab];
    acting.exercises.get(item).submit(state);
    expectAnswered(item, state);
  },
  draft({ tab, item }) {
    acting = tabs[tab];
    acting.exercises.get(item).save('new');
    const { attempts = 0, first = '' } = model.get(item) ?? {};
    model.set(item, { attempts, first, state: 'new', turn: ++turn });
  },
  listen({ tab }) {
    tabs[tab].listen();
    tabs[tab].expectUpToDate();
  },
  comeBack({ tab }) {
    tabs[tab].comeBack();
    tabs[tab].expectUpToDate();
  },
  reopen({ tab }) {
    acting = tabs[tab] = new Tab();
  },
  clear({ items }) {
    const cleared = entriesOf(items);
    clearEntries(cleared);
    undo = { cleared, before: new Map(model), reviews: readPart(REVIEWS) };
    for (const item of items) model.delete(item);
    for (const item of items) assert.equal(readPart(REVIEWS).has(item), false);
  },
  undo() {
    if (!undo) return;
    bringBack(undo.cleared);
    // Answers given since then are kept.
    for (const [item, one] of undo.before) if (!model.has(item)) model.set(item, one);
    undo = null;
  },
  export() {
    files.push({ text: exportRecord(), model: new Map(model) });
    // Nothing in the file is newer than the record it was made from.
    if (honest)
      assert.deepEqual(takeText(files.at(-1).text), { exercises: 0, reviews: 0, notes: 0 });
  },
  import({ pick }) {
    const file = files[pick % files.length];
    if (!file) return;
    takeText(file.text);
    for (const item of ITEMS) {
      const [own, other] = [model.get(item), file.model.get(item)];
      const now = reduced(readRecord().get(item));
      if (own && other && !honest) {
        // Times are unreliable here: the entry must be one of the two, unmixed.
        const one = [own, other].find((each) => same(reduced(each), now));
        assert.ok(one, `${item} is neither what it was nor what the file has`);
        model.set(item, one);
      } else if (other && (!own || other.turn > own.turn)) model.set(item, other);
    }
    assert.deepEqual(takeText(file.text), { exercises: 0, reviews: 0, notes: 0 });
  },
  jump({ days }) {
    clock = Math.max(0, clock + days * DAY);
    if (days < 0 || days > 400) honest = false;
  },
  pass({ hours }) {
    clock += hours * 3_600_000;
  },
  fly({ zone }) {
    process.env.TZ = zone;
  },
  putRight: () => putTimesRight(clock),
  review({ rating }) {
    const { due, fresh } = plan();
    const next = due[0] ?? fresh[0];
    if (!next) return;
    const known = store.all().get(next.id)?.last;
    assert.ok(store.keep(next.id, schedule(next.review, rating, VERSION, clock), known));
    const after = plan();
    for (const list of ['due', 'fresh', 'waiting']) {
      assert.ok(
        !after[list].some(({ id }) => id === next.id),
        `${next.id} is ${list} at once again`,
      );
    }
  },
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function look() {
  const record = readRecord();
  for (const item of ITEMS) {
    assert.deepEqual(reduced(record.get(item)), reduced(model.get(item)), item);
  }
  const answered = [...model.values()].filter(({ attempts }) => attempts);
  const right = answered.filter(({ state }) => state === 'correct').length;
  assert.deepEqual(tally(entries, record), {
    right, redo: answered.length - right, stale: 0, new: ITEMS.length - answered.length,
  }); // biome-ignore format: counts
  const { due, fresh, waiting, later } = plan();
  const listed = [...due, ...fresh, ...waiting, ...later].map(({ id }) => id);
  assert.equal(new Set(listed).size, listed.length, 'an item is listed twice');
  const reviews = readPart(REVIEWS);
  for (const item of ITEMS) {
    const { attempts = 0, first, state } = model.get(item) ?? {};
    const missed = attempts > 0 && (first === 'wrong' || state === 'wrong');
    assert.equal(listed.includes(item), reviews.has(item) || missed, `${item} under review`);
  }
  // Nothing is postponed for ever: by then everything is due.
  const ahead = Math.max(clock, ...[...reviews.values()].map(({ last }) => last)) + 370 * DAY;
  assert.equal(plan(ahead).later.length, 0, 'an item never comes back');
}

// -- Random sequences ----------------------------------------------------------------------------

const tab = fc.nat(1);
const item = fc.constantFrom(...ITEMS);
/** @param {string} name @param {Record<string, fc.Arbitrary<unknown>>} [given] */
const step = (name, given = {}) => fc.record({ name: fc.constant(name), ...given });
const state = fc.constantFrom('correct', 'wrong');
const step_ = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: step('rest'), weight: 1 },
  { arbitrary: step('answer', { tab, item, state }), weight: 8 },
  { arbitrary: step('draft', { tab, item }), weight: 2 },
  { arbitrary: step('listen', { tab }), weight: 3 },
  { arbitrary: step('comeBack', { tab }), weight: 1 },
  { arbitrary: step('reopen', { tab }), weight: 1 },
  { arbitrary: step('clear', { items: fc.subarray(ITEMS, { minLength: 1 }) }), weight: 2 },
  { arbitrary: step('undo'), weight: 1 },
  { arbitrary: step('export'), weight: 2 },
  { arbitrary: step('import', { pick: fc.nat(3) }), weight: 2 },
  { arbitrary: step('jump', { days: fc.constantFrom(1, 3, 40, 365, 4000, -1, -365) }), weight: 2 },
  { arbitrary: step('pass', { hours: fc.nat(30) }), weight: 4 },
  { arbitrary: step('fly', { zone: fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Auckland') }), weight: 1 },
  { arbitrary: step('putRight'), weight: 1 },
  { arbitrary: step('review', { rating: fc.constantFrom('again', 'hard', 'good', 'easy') }), weight: 5 },
); // biome-ignore format: a table

function startAnew() {
  globalThis.localStorage = new SharedStorage();
  process.env.TZ = 'Asia/Shanghai';
  [clock, model, honest, turn, files, undo, acting] = [START, new Map(), true, 0, [], null, null];
  tabs = [];
  tabs = [new Tab(), new Tab()];
  store = openReviews(() => {});
}

async function run(sequence) {
  startAnew();
  for (const { name, ...given } of sequence) {
    acting = null;
    clock += 1000;
    await does[name](given);
    look();
  }
}

// -- Files from clocks that disagree, which random sequences rarely combine ----------------------

/** Returns a file with one answer from a certain time. */
function fileWith(state, { at, saved }) {
  const file = JSON.parse(exportRecord());
  const entry = { version: VERSION, response: {}, state, score: 0, attempts: 1, revealed: false, first: state, at }; // biome-ignore format: an entry
  return JSON.stringify({
    ...file, saved: new Date(saved).toISOString(), exercises: { [ITEMS[0]]: entry },
  }); // biome-ignore format: a file
}

const stateNow = () => readRecord().get(ITEMS[0])?.state;

/** A file from a fast clock does not override later answers. */
function aheadOfNow() {
  startAnew();
  const ahead = fileWith('wrong', { at: START + 365 * DAY, saved: START + 365 * DAY });
  takeText(ahead);
  assert.equal(stateNow(), 'wrong');
  clock += DAY;
  tabs[0] = new Tab();
  tabs[0].exercises.get(ITEMS[0]).submit('correct');
  takeText(ahead);
  assert.equal(stateNow(), 'correct', 'a file from a clock ahead wins');
}

/** An answer counts as no newer than its file, even if its time is past by now. */
function aheadOfItsFile() {
  startAnew();
  const file = fileWith('wrong', { at: START + 10 * DAY, saved: START });
  clock = START + 5 * DAY;
  tabs[0].exercises.get(ITEMS[0]).submit('correct');
  clock = START + 20 * DAY;
  takeText(file);
  assert.equal(stateNow(), 'correct', 'an answer newer than its file wins');
}

/** Entries that do not come from a file are limited by the clock, too. */
function aheadWithoutFile() {
  startAnew();
  const { exercises } = JSON.parse(fileWith('wrong', { at: START + DAY, saved: START }));
  const taken = newerThanHeld({ exercises: new Map(Object.entries(exercises)) });
  assert.equal(taken.exercises.get(ITEMS[0]).at, START, 'a moment yet to come is taken over');
}

for (const check of [aheadOfNow, aheadOfItsFile, aheadWithoutFile]) check();

await fc.assert(fc.asyncProperty(fc.array(step_, { minLength: steps, maxLength: steps }), run), {
  numRuns: runs,
  endOnFailure: true,
  ...(seed ? { seed } : {}),
});
// The message ports of `pause.js` would keep the process alive.
process.exit();
