/** How many new items per day are added to the reviews: the reader's choice. */
import { read, remove, write } from '../../../exercises/web/src/course-storage.js';

export const ALLOWANCES = [5, 10, 20, 50];
const DEFAULT = 10;
export const ALLOWANCE_ENTRY = 'review-allowance';

/** The value for this page if nothing can be saved. */
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
    // The choice applies to this page only.
  }
}

/** Checks whether this browser saves anything at all. */
export function canRemember() {
  try {
    write(`${ALLOWANCE_ENTRY}-probe`, '');
    remove(`${ALLOWANCE_ENTRY}-probe`);
    return true;
  } catch {
    return false;
  }
}
