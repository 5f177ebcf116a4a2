/**
 * The types of the data passed by Python (declared in `data.d.ts`, which `make types` generates)
 * and of the parts of the front end. This module has no code.
 *
 * @typedef {Outcome['mark']} Mark
 * @typedef {Grade['state']} Verdict
 * @typedef {Verdict | 'new' | 'stale'} State
 * @typedef {Record<string, string>} Response Slot to value.
 *
 * @typedef {import('./data.js').Outcome} Outcome
 * @typedef {import('./data.js').Slot} Slot
 * @typedef {import('./data.js').Rubric} Rubric
 * @typedef {import('./data.js').SlotGrade} SlotGrade
 * @typedef {import('./data.js').Grade} Grade
 *
 * @typedef {{ id: string, label: string, href: string, text?: string }} Source
 * @typedef {import('./data.js').Payload & { sources: Source[] }} Payload
 *
 * @typedef {object} Saved The saved state of an exercise.
 * @property {string} version
 * @property {Response} response
 * @property {State} state
 * @property {number} score
 * @property {number} attempts
 * @property {boolean} revealed
 * @property {Verdict | ''} first Verdict on the first attempt; empty before it.
 * @property {number} at When it was saved, in milliseconds since 1970.
 *
 * @typedef {object} Memory Where the states of exercises are saved.
 * @property {(item: string) => Saved | null} load
 * @property {(item: string) => boolean} [hasChanged] Whether another page has saved or cleared
 *   it since it was loaded or saved here.
 * @property {(item: string, saved: Saved) => Saved | void} save Returns what was saved, if that
 *   is not what was passed: another page may have saved attempts of its own.
 * @property {(item: string) => void} forget
 * @property {(item: string) => string} seed The reader's own seed for shuffling an item.
 *
 * @typedef {object} View The interactive form of one item, created by its kind.
 * @property {HTMLElement} element
 * @property {() => Response} read
 * @property {(response: Response) => void} write
 * @property {(locked: boolean) => void} lock
 * @property {(grade: Grade | null, revealed: boolean) => void} mark Shows the marks of a grade
 *   (none for null) and, if revealed, the key with all feedback.
 * @property {Partial<Record<Verdict | 'reveal', string>>} [words] The kind's own wording of
 *   verdicts, and of 看答案.
 * @property {boolean} [sourcesTell] Whether the sources give the answer away: they are then only
 *   shown with it.
 * @property {() => string} [label] What the submit button does next; empty where it submits.
 * @property {() => string | null} [next] Takes a step that comes before submitting, such as
 *   turning a card, and returns a message about it; `null` if there is no such step.
 *
 * @typedef {object} Context What a kind gets from the exercise around it.
 * @property {string} prefix Unique prefix for HTML ids.
 * @property {boolean} test Whether this is a test: the key must not be shown before it is over.
 * @property {<T>(list: T[]) => T[]} shuffled The list in the reader's own order.
 *
 * @typedef {(payload: Payload, context: Context) => View} Kind
 */
export {};
