/** Parses references to the text as readers write them: 第5段第10句, 第五段, 5·10, 5-10. */

const DIGITS = '零一二三四五六七八九';
const NUMBER = '(\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const IN_WORDS = new RegExp(`^第?${NUMBER}段(?:第?${NUMBER}句)?$`);
const SHORT = /^(\d{1,3})[·・•.\-‐–—:：](\d{1,3})$/;

/** @typedef {{ paragraph: number, sentence: number | null }} Place */

/**
 * @param {string} query
 * @returns {Place | null} `null` if the query is no reference.
 */
export function placeIn(query) {
  const bare = query.normalize('NFKC').replace(/\s+/gu, '');
  const match = IN_WORDS.exec(bare) ?? SHORT.exec(bare);
  if (!match) return null;
  const [, paragraph = '', sentence] = match;
  return { paragraph: count(paragraph), sentence: sentence ? count(sentence) : null };
}

/** @param {string} written Digits, or Chinese numerals up to 99. */
function count(written) {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['零', written];
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

/** @param {Place} place */
export function anchorOf({ paragraph, sentence }) {
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, '0');
  return `p${two(paragraph)}${sentence === null ? '' : `-s${two(sentence)}`}`;
}

/** @param {Place} place */
export function nameOf({ paragraph, sentence }) {
  return `第${paragraph}段${sentence === null ? '' : `第${sentence}句`}`;
}
