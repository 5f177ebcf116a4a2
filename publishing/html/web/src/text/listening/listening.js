/** Reads the page's text aloud; loaded on first use. */
import { read, write } from '../../../../../../exercises/web/src/course-storage.js';
import { makePlayer } from './player.js';
import { makeReader } from './reader.js';

const RATE = 'listening-rate';
/** Space to keep free above and below a sentence, for the page's bar and the player. */
const [ABOVE, BELOW] = [80, 120];

/** @type {{ player: HTMLElement, focus: () => void } | null} */
let opened = null;
let rate = readRate();

/**
 * @param {string} name Label of the player.
 * @param {SpeechSynthesisVoice} voice
 * @param {HTMLElement} opener
 */
function open(name, voice, opener) {
  if (opened) return opened.focus();
  const sentences = [...document.querySelectorAll('.page .sentence[id]')];
  const reader = makeReader(
    sentences.map((sentence) => sentence.textContent ?? ''),
    speakerOf(voice),
    (news) => {
      const sentence = sentences[reader.at()];
      document.querySelector('.spoken')?.classList.remove('spoken');
      if (reader.playing() && sentence) {
        sentence.classList.add('spoken');
        keepInView(sentence);
      }
      player.show(reader.playing(), news, sentence?.id ?? '');
    },
  );
  /** @param {Event} event */
  const pressed = ({ target }) => {
    if (!(target instanceof Element) || target.closest('.sentence a')) return;
    const number = target.closest('.paragraph-number');
    const sentence = number ? number.nextElementSibling : target.closest('.sentence');
    // A press that selects text is not meant to jump.
    if (!sentence || !getSelection()?.isCollapsed) return;
    const index = sentences.indexOf(sentence);
    if (index >= 0) reader.go(index);
  };
  const close = () => {
    reader.pause();
    document.removeEventListener('click', pressed);
    player.element.remove();
    delete document.documentElement.dataset.listening;
    opened = null;
    opener.focus();
  };
  const player = makePlayer(name, rate, {
    toggle: () => (reader.playing() ? reader.pause() : reader.play()),
    step: (by) => reader.go(reader.at() + by),
    speed: (chosen) => {
      rate = chosen;
      keepRate();
      reader.again();
    },
    close,
  });
  document.documentElement.dataset.listening = '';
  document.addEventListener('click', pressed);
  window.addEventListener('pagehide', () => reader.pause());
  document.querySelector('main')?.append(player.element);
  opened = { player: player.element, focus: player.focus };
  player.focus();
  reader.play();
}

/**
 * @param {SpeechSynthesisVoice} voice
 * @returns {import('./reader.js').Speaker}
 */
function speakerOf(voice) {
  // Keep a reference: browsers may collect an utterance that has none, and never fire its end
  // event.
  /** @type {SpeechSynthesisUtterance | null} */
  let held = null;
  return {
    speak: (text, { ended, failed }) => {
      speechSynthesis.cancel();
      held = new SpeechSynthesisUtterance(text);
      held.voice = voice;
      held.lang = voice.lang;
      held.rate = rate;
      held.onend = ended;
      held.onerror = failed;
      speechSynthesis.speak(held);
    },
    stop: () => {
      held = null;
      speechSynthesis.cancel();
    },
  };
}

/** @param {Element} sentence */
function keepInView(sentence) {
  const { top, bottom } = sentence.getBoundingClientRect();
  if (top >= ABOVE && bottom <= innerHeight - BELOW) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // If the sentence is higher than the window, show its beginning.
  const block = bottom - top > innerHeight - ABOVE - BELOW ? 'start' : 'center';
  sentence.scrollIntoView({ block, behavior: still ? 'instant' : 'smooth' });
}

function readRate() {
  try {
    const kept = Number(read(RATE));
    return kept >= 0.5 && kept <= 3 ? kept : 1;
  } catch {
    return 1;
  }
}

function keepRate() {
  try {
    write(RATE, String(rate));
  } catch {
    // The choice applies to this page only.
  }
}

/** @type {any} */ (window).listening = { open };
