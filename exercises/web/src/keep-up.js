/** Updates exercises when another tab saves or clears them. */
import { follow } from './course-storage.js';
import { EXERCISE_ENTRY } from './saved.js';

/**
 * @param {import('./types.js').Memory} memory
 * @param {Map<string, { restore(): void }>} alive The page's exercises by item.
 */
export function keepUp(memory, alive) {
  /** @param {string} item */
  const refresh = (item) => {
    if (memory.hasChanged?.(item)) alive.get(item)?.restore();
  };
  follow((name) => {
    if (name === null) for (const item of alive.keys()) refresh(item);
    else if (name.startsWith(EXERCISE_ENTRY)) refresh(name.slice(EXERCISE_ENTRY.length));
  });
}
