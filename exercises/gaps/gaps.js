/** Gaps to fill by typing or from a word list: shared by cloze and structure tree. */
import { joined, make, setAttribute } from '../web/src/dom.js';
import { normalise } from '../web/src/normalise.js';

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */
/** @typedef {{ text: string } | { gap: string, width: number }} Segment */

/** Limit for text pasted by mistake; longer than any answer. */
const MOST = '200';

const MARKS = { right: '填对', wrong: '填错', missed: '未填' };

/**
 * Creates the view of a text with gaps.
 *
 * @param {import('../web/src/types.js').Payload} payload
 * @param {import('../web/src/types.js').Context} context
 * @param {(lay: (segments: Segment[]) => (Node | string)[]) => HTMLElement} build Builds the body
 *   in reading order; `lay` renders a run of segments.
 * @returns {import('../web/src/types.js').View}
 */
export function gapsView(payload, context, build) {
  /** @type {string[] | null} */
  const words = payload.face.words;
  const choices = words && context.shuffled(words);
  const reasons = make('ul', { class: 'reasons' });
  /** @type {Map<string, ReturnType<typeof makeGap>>} */
  const gaps = new Map();
  const body = build((segments) =>
    joined(
      segments.map((segment) => {
        if ('text' in segment) return segment.text;
        const gap = makeGap(segment.gap, segment.width, choices);
        gaps.set(segment.gap, gap);
        return gap.element;
      }),
    ),
  );
  return {
    element: make('div', {}, body, reasons),
    read() {
      const filled = [...gaps].map(([gap, { field }]) => [gap, field.value]);
      return Object.fromEntries(filled.filter(([, value]) => value));
    },
    write(response) {
      for (const [gap, { field }] of gaps) field.value = response[gap] ?? '';
    },
    lock(locked) {
      for (const { field } of gaps.values()) field.disabled = locked;
    },
    mark(grade, revealed) {
      reasons.replaceChildren();
      for (const [gap, { field, mark, key, element }] of gaps) {
        const graded = grade?.slots.find(({ slot }) => slot === gap);
        const shown = graded && graded.mark !== 'none' ? graded.mark : null;
        setAttribute(element, 'data-mark', shown);
        setAttribute(field, 'aria-invalid', shown && shown !== 'right' ? 'true' : null);
        const accepted = acceptedIn(payload, gap);
        mark.textContent = shown ? MARKS[shown] : '';
        key.textContent = revealed && shown !== 'right' ? `答案：${accepted[0]}` : '';
        const general = revealed ? (payload.rubric.slots[gap]?.other.feedback ?? '') : '';
        const reason = graded?.feedback || general;
        // Feedback that quotes the key waits until the answer is revealed.
        const quotesKey = accepted.some((answer) => normalise(reason).includes(normalise(answer)));
        if (reason && (revealed || !quotesKey)) {
          reasons.append(make('li', {}, `第${gap}空：${reason}`));
        }
      }
    },
  };
}

/**
 * @param {string} gap
 * @param {number} width
 * @param {string[] | null} choices
 */
function makeGap(gap, width, choices) {
  const label = `第${gap}空`;
  /** @type {Field} */
  const field = choices
    ? make(
        'select',
        { 'aria-label': label },
        make('option', { value: '' }, '请选择'),
        ...choices.map((word) => make('option', { value: word }, word)),
      )
    : make('input', {
        type: 'text',
        'aria-label': label,
        autocomplete: 'off',
        spellcheck: 'false',
        maxlength: MOST,
      });
  field.style.setProperty('--width', String(width));
  const mark = make('span', { class: 'slot-mark' });
  const key = make('span', { class: 'slot-key' });
  const number = make('span', { class: 'gap-number', 'aria-hidden': 'true' }, gap);
  const room = make('span', { class: 'gap-room' }, number, field);
  return { field, mark, key, element: make('span', { class: 'gap' }, room, mark, key) };
}

/**
 * @param {import('../web/src/types.js').Payload} payload
 * @param {string} gap
 */
function acceptedIn(payload, gap) {
  const values = Object.entries(payload.rubric.slots[gap]?.values ?? {});
  return values.filter(([, outcome]) => outcome.points > 0).map(([value]) => value);
}
