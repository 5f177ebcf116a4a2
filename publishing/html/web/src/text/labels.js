/** Labels of paragraphs and sentences of the text, by the sentences' anchors. */

const ANCHOR = /^p(\d+)-s(\d+)$/;

/** @param {string} anchor Such as p05-s07. */
export function paragraphLabel(anchor) {
  return `第${Number(ANCHOR.exec(anchor)?.[1])}段`;
}

/** @param {string} anchor */
export function sentenceLabel(anchor) {
  return `${paragraphLabel(anchor)}第${Number(ANCHOR.exec(anchor)?.[2])}句`;
}
