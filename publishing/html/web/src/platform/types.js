/**
 * What the package says of the course (`exporting/packages/contents.py` writes it), and what a
 * platform is to the session. Only types: this module has no code.
 *
 * @typedef {import('../../../../../exercises/web/src/types.js').Saved} Saved
 *
 * @typedef {object} Interaction What is reported of an item's answer, or of a part of it.
 * @property {string} suffix What its id has after the item's.
 * @property {'choice' | 'fill-in' | 'long-fill-in' | 'matching' | 'sequencing' | 'likert'} type
 * @property {Record<string, string>} slots The slots that it reports; the code on the left of a
 *   pair, or empty.
 * @property {Record<string, Record<string, string>>} codes By slot and value.
 * @property {string[]} right The codes of a right response, or the texts that are accepted.
 *
 * @typedef {object} PackedItem
 * @property {string} id
 * @property {string} key Tells the item and its version from all others.
 * @property {string} version
 * @property {number} max
 * @property {boolean} counts Whether it counts in the totals.
 * @property {string} chapter
 * @property {string} title The chapter's.
 * @property {string} stem
 * @property {[string, string[] | null][]} slots Each with its values; none if it is typed.
 * @property {Interaction[]} interactions
 *
 * @typedef {object} Rule
 * @property {number} answered Per cent of the exercises that make the course completed.
 * @property {string} paper The paper that tells who passes; empty for all exercises.
 * @property {number} passMark In per cent.
 *
 * @typedef {object} KnownCourse
 * @property {string} course
 * @property {string} version
 * @property {string} title
 * @property {Rule} rule
 * @property {PackedItem[]} items
 *
 * @typedef {object} OwnOfPackage
 * @property {'scorm12' | 'scorm2004' | 'cmi5'} kind
 * @property {string} first The book's first page.
 * @property {string[]} pages
 *
 * @typedef {KnownCourse & OwnOfPackage} CoursePackage
 *
 * @typedef {object} Outcome
 * @property {number} answered How many of the exercises that count.
 * @property {number} count
 * @property {boolean} completed
 * @property {'passed' | 'failed' | 'unknown'} success
 * @property {number | null} score In per cent; none before there is one.
 *
 * @typedef {object} Answer One submission.
 * @property {PackedItem} item
 * @property {Saved} saved
 * @property {number} seconds
 *
 * @typedef {object} Report
 * @property {string} data What the platform is to keep.
 * @property {string} place The page that the learner is on.
 * @property {Outcome} outcome
 * @property {number} seconds Of this session.
 *
 * @typedef {object} Platform What opened the course. Whatever fails throws `LostError`.
 * @property {number} room How many characters it keeps.
 * @property {() => Promise<{ learner: string, data: string, place: string }>} open
 * @property {(answers: Answer[]) => boolean} answered Reports submissions; whether they were taken.
 * @property {(report: Report) => Promise<void>} save
 * @property {(report: Report) => void} close Saves for the last time, as the page goes.
 */
export {};
