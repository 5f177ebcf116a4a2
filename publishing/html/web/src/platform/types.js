/**
 * Types of the package's data about the course (written by `exporting/packages/packed_course.py`), and
 * of the platform as the session uses it. This module has no code.
 *
 * @typedef {import('../../../../../exercises/web/src/types.js').Saved} Saved
 *
 * @typedef {object} Interaction How an item's answer, or a part of it, is reported.
 * @property {string} suffix Appended to the item's id.
 * @property {'choice' | 'fill-in' | 'long-fill-in' | 'matching' | 'sequencing' | 'likert'} type
 * @property {Record<string, string>} slots The slots that it reports, each with the code of the
 * left
 *   side of a pair, or an empty string.
 * @property {Record<string, Record<string, string>>} codes By slot and value.
 * @property {string[]} right The codes of the correct response, or the accepted texts.
 *
 * @typedef {object} PackedItem
 * @property {string} id
 * @property {string} key Identifies the item in this version.
 * @property {string} version
 * @property {number} max
 * @property {boolean} counts Whether it counts towards the totals.
 * @property {string} chapter
 * @property {string} title The chapter's title.
 * @property {string} stem
 * @property {[string, string[] | null][]} slots Each with its values; `null` for typed text.
 * @property {Interaction[]} interactions
 *
 * @typedef {object} Rule
 * @property {number} answered Percentage of exercises to be answered for completion.
 * @property {string} paper The paper that decides about passing; empty for all exercises.
 * @property {number} passMark In percent.
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
 * @property {number} answered Number of answered exercises among those that count.
 * @property {number} count
 * @property {boolean} completed
 * @property {'passed' | 'failed' | 'unknown'} success
 * @property {number | null} score In percent; `null` before there is one.
 *
 * @typedef {object} Answer One submission.
 * @property {PackedItem} item
 * @property {Saved} saved
 * @property {number} seconds
 *
 * @typedef {object} Report
 * @property {string} data The string to be saved by the platform.
 * @property {string} place The learner's current page.
 * @property {Outcome} outcome
 * @property {number} seconds Duration of this session.
 *
 * @typedef {object} Platform The platform that opened the course. Failures throw `LostError`.
 * @property {number} room Maximum number of characters that it saves.
 * @property {() => Promise<{ learner: string, data: string, place: string }>} open
 * @property {(answer: Answer) => void} answered Takes a submission, to be reported with the next save.
 * @property {() => Answer[]} waiting Submissions that it may not have received, and that are lost
 *   with the page.
 * @property {() => boolean} detailed Whether it accepted all submissions.
 * @property {(report: Report) => Promise<void>} save
 * @property {(report: Report) => void} close Saves for the last time, while the page is closed.
 *
 * @typedef {object} Session
 * @property {CoursePackage} course
 * @property {Platform} platform
 * @property {import('./held-store.js').HeldStore} store
 * @property {ReturnType<typeof import('./local.js').localCopy>} copy
 * @property {ReturnType<typeof import('./frame.js').courseFrame>} frame
 * @property {ReturnType<typeof import('./status.js').statusLine>} status
 * @property {ReturnType<typeof import('./stopwatch.js').stopwatch>} clock
 */
export {};
