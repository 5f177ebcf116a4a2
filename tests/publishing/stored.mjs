// A fake of the parts of a browser that saved entries need.

/** Entries are own properties, as in a browser. */
export class Storage {
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

/** Starts a browser with empty storage; returns the dataset of its page. */
export function newBrowser() {
  globalThis.localStorage = new Storage();
  // No launcher of a platform has opened the page.
  globalThis.parent = {};
  globalThis.document = { documentElement: { dataset: {} } };
  return globalThis.document.documentElement.dataset;
}
