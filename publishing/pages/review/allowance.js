/** How many items a day may come under review for the first time: the reader's choice. */
import { read, remove, write } from '../../../exercises/web/src/course-storage.js';

export const ALLOWANCES = [5, 10, 20, 50];
const DEFAULT = 10;
export const ALLOWANCE_ENTRY = 'review-allowance';

/** Holds for this page where nothing is kept. */
let chosen = DEFAULT;

export function readAllowance() {
  try {
    const stored = Number(read(ALLOWANCE_ENTRY));
    return ALLOWANCES.includes(stored) ? stored : chosen;
  } catch {
    return chosen;
  }
}

/** @param {number} allowance */
export function writeAllowance(allowance) {
  chosen = allowance;
  try {
    write(ALLOWANCE_ENTRY, String(allowance));
  } catch {
    // It holds for this page.
  }
}

/** Whether this browser keeps anything at all. */
export function canRemember() {
  try {
    write(`${ALLOWANCE_ENTRY}-probe`, '');
    remove(`${ALLOWANCE_ENTRY}-probe`);
    return true;
  } catch {
    return false;
  }
}
