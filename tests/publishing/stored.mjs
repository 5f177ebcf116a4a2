// A browser's storage, as far as the pages' own modules know of it.

/** Entries are properties of their own, as in a browser. */
class Storage {
  getItem(name) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name, text) {
    this[name] = text;
  }
  removeItem(name) {
    delete this[name];
  }
}

/** Gives a new browser, in which nothing is saved; and the attributes of the page that is open. */
export function newBrowser() {
  globalThis.localStorage = new Storage();
  // No launcher of a platform has opened it.
  globalThis.parent = {};
  globalThis.document = { documentElement: { dataset: {} } };
  return globalThis.document.documentElement.dataset;
}
