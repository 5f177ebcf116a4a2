/** How many items a day may come under review for the first time: the reader's choice. */
import { read, remove, write } from '../../../exercises/web/src/course-storage.js';

export const ALLOWANCES = [5, 10, 20, 50];
const DEFAULT = 10;
const NAME = 'review-allowance';

/** Holds for this page where nothing is kept. */
let chosen = DEFAULT;

export function readAllowance() {
  try {
    const stored = Number(read(NAME));
    return ALLOWANCES.includes(stored) ? stored : chosen;
  } catch {
    return chosen;
  }
}

/** @param {number} allowance */
export function writeAllowance(allowance) {
  chosen = allowance;
  try {
    write(NAME, String(allowance));
  } catch {
    // It holds for this page.
  }
}

/** Whether this browser keeps anything at all. */
export function canRemember() {
  try {
    write(`${NAME}-probe`, '');
    remove(`${NAME}-probe`);
    return true;
  } catch {
    return false;
  }
}
