/**
 * The data that Python hands to the front end, and the parts that the front end is made of.
 * Only types: this module has no code.
 *
 * @typedef {'right' | 'wrong' | 'missed' | 'none'} Mark
 * @typedef {'unanswered' | 'correct' | 'partial' | 'wrong'} Verdict
 * @typedef {Verdict | 'new' | 'stale'} State
 * @typedef {Record<string, string>} Response Slot to value.
 *
 * @typedef {{ points: number, mark: Mark, feedback: string }} Outcome
 * @typedef {{ values: Record<string, Outcome>, other: Outcome, absent: Outcome, typed: boolean }} Slot
 * @typedef {{ slots: Record<string, Slot>, max: number, phrases: Partial<Record<Mark, string>> }} Rubric
 *
 * @typedef {{ slot: string, mark: Mark, feedback: string }} SlotGrade
 * @typedef {{ score: number, max: number, state: Verdict, summary: string, slots: SlotGrade[] }} Grade
 *
 * @typedef {{ id: string, label: string, href: string, text?: string }} Source
 * @typedef {object} Payload
 * @property {string} id
 * @property {string} kind
 * @property {string} label
 * @property {string} direction
 * @property {string} version Hash of what is asked and graded.
 * @property {string} stem
 * @property {string} hint Empty for none.
 * @property {any} face What the kind's view needs; its shape is the kind's own.
 * @property {Rubric} rubric
 * @property {Source[]} sources
 *
 * @typedef {object} Saved What is remembered of an exercise.
 * @property {string} version
 * @property {Response} response
 * @property {State} state
 * @property {number} score
 * @property {number} attempts
 * @property {boolean} revealed
 * @property {Verdict | ''} first Verdict on the first attempt; empty before it.
 * @property {number} at When it was saved, in milliseconds since 1970.
 *
 * @typedef {object} Memory Where an exercise is remembered.
 * @property {(item: string) => Saved | null} load
 * @property {(item: string, saved: Saved) => void} save
 * @property {(item: string) => void} forget
 * @property {(item: string) => string} seed The reader's own seed for shuffling an item.
 *
 * @typedef {object} View The live form of one item, made by its kind.
 * @property {HTMLElement} element
 * @property {() => Response} read
 * @property {(response: Response) => void} write
 * @property {(locked: boolean) => void} lock
 * @property {(grade: Grade | null, revealed: boolean) => void} mark Shows the marks of a grade
 *   (none for null) and, if revealed, the key with all reasons.
 * @property {Partial<Record<Verdict | 'reveal', string>>} [words] What this kind says in place of
 *   the usual verdicts, and of 看答案.
 * @property {() => string} [label] What the submit button does next; empty where it submits.
 * @property {() => string | null} [next] Takes a step that comes before submitting, such as
 *   turning a card, and gives what is to be told of it; `null` if there is none to take.
 *
 * @typedef {object} Context What a kind may ask of the exercise around it.
 * @property {string} prefix Unique prefix for HTML ids.
 * @property {boolean} test Whether this is a test: nothing may tell the key before it is over.
 * @property {<T>(list: T[]) => T[]} shuffled The list in the reader's own order.
 *
 * @typedef {(payload: Payload, context: Context) => View} Kind
 */
export {};
