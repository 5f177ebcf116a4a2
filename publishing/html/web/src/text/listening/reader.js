/**
 * Reads texts one after the other with a given speaker. Pausing stops the speaker, and resuming
 * starts the text again, since the browsers' own pause does not work on many phones.
 */

/**
 * @typedef {object} Speaker
 * @property {(text: string, told: { ended: () => void, failed: () => void }) => void} speak
 *   Speaks a text instead of the previous one, whose callbacks may still be called.
 * @property {() => void} stop
 * @typedef {object} Reader
 * @property {() => void} play
 * @property {() => void} pause
 * @property {(index: number) => void} go Continues from another text.
 * @property {() => void} again Starts the current text again, if it is being read.
 * @property {() => number} at
 * @property {() => boolean} playing
 */

/**
 * @param {string[]} texts
 * @param {Speaker} speaker
 * @param {(news: '' | 'end' | 'trouble') => void} changed
 * @returns {Reader}
 */
export function makeReader(texts, speaker, changed) {
  let at = 0;
  let playing = false;
  /** Number of the current call; callbacks of earlier calls are ignored. */
  let turn = 0;

  const say = () => {
    turn += 1;
    const own = turn;
    playing = true;
    speaker.speak(/** @type {string} */ (texts[at]), {
      ended: () => own === turn && next(),
      failed: () => own === turn && halt('trouble'),
    });
    changed('');
  };
  const next = () => {
    if (at + 1 < texts.length) {
      at += 1;
      say();
    } else {
      at = 0;
      halt('end');
    }
  };
  /** @param {'' | 'end' | 'trouble'} news */
  const halt = (news) => {
    turn += 1;
    playing = false;
    speaker.stop();
    changed(news);
  };
  return {
    play: say,
    pause: () => halt(''),
    go: (index) => {
      at = Math.max(0, Math.min(index, texts.length - 1));
      say();
    },
    again: () => playing && say(),
    at: () => at,
    playing: () => playing,
  };
}
