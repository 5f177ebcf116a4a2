/** Creating elements. Text is always inserted as text, so no item can inject markup. */

/**
 * Creates an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} attributes `false` omits an attribute, `true` sets it
 *   to an empty string.
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
 * Renders an item's text: `**word**` is emphasised. Twin of `exercises/inline.py`.
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
 * Inserts controls into a text, keeping each on one line with adjacent punctuation.
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
