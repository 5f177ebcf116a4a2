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
