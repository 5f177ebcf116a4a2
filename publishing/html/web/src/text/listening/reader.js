/**
 * Reads texts one after the other. What speaks is given to it; a pause is a stop, and going on
 * begins the text anew, since what browsers call a pause is lost on many phones.
 */

/**
 * @typedef {object} Speaker
 * @property {(text: string, told: { ended: () => void, failed: () => void }) => void} speak
 *   Speaks a text in place of the one before, of which it may still tell.
 * @property {() => void} stop
 * @typedef {object} Reader
 * @property {() => void} play
 * @property {() => void} pause
 * @property {(index: number) => void} go Reads on from there.
 * @property {() => void} again Begins the present text anew, if it is being read.
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
  /** What is told of an earlier text than the present one does not count. */
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
