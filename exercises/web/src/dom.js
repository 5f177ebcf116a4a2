/** Making elements. Text always goes in as text, so no item can inject markup. */

/**
 * Makes an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} attributes `false` leaves an attribute out, `true`
 *   sets it empty.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/**
 * Makes an item's text: `**word**` stands out. Twin of `exercises/inline.py`.
 *
 * @param {string} text
 * @returns {Node[]}
 */
export function inline(text) {
  return text
    .split(/\*\*(.+?)\*\*/u)
    .map((part, i) => (i % 2 ? make('strong', {}, part) : document.createTextNode(part)));
}

const OPENING = /[（《“‘]*$/u;
const CLOSING = /^[，。、；：？！）》”’]*/u;

/**
 * Sets controls into a text, each on one line with the punctuation that it touches.
 *
 * @param {(string | HTMLElement)[]} parts
 * @returns {(string | HTMLElement)[]}
 */
export function joined(parts) {
  const taken = (/** @type {number} */ i, /** @type {RegExp} */ marks) => {
    const text = parts[i];
    return (typeof text === 'string' && marks.exec(text)?.[0]) || '';
  };
  return parts.map((part, i) => {
    if (typeof part !== 'string') {
      const around = [taken(i - 1, OPENING), part, taken(i + 1, CLOSING)];
      return make('span', { class: 'joined' }, ...around);
    }
    const start = i ? taken(i, CLOSING).length : 0;
    return part.slice(
      start,
      i < parts.length - 1 ? part.length - taken(i, OPENING).length : part.length,
    );
  });
}

/**
 * Sets or removes an attribute.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value `null` removes it.
 */
export function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
