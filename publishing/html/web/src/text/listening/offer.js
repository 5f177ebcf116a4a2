/** Adds a button to read the page's text aloud, if the device has a Chinese voice. */
import { make } from '../../frame/dom.js';
import { loadData } from '../../frame/load.js';
import { pickVoice } from './voice.js';

export function startListeningOffer() {
  const tools = document.querySelector('.reading-tools');
  const synthesis = window.speechSynthesis;
  if (!(tools instanceof HTMLElement) || !synthesis?.getVoices) return;
  const words = tools.dataset.listen ?? '';
  const button = make('button', { type: 'button', class: 'listen' }, words);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const { listening } = /** @type {any} */ (await loadData('listening.js'));
      listening.open(words, pickVoice(synthesis.getVoices()), button);
    } catch {
      // Loading failed; pressing the button again retries.
    }
    button.disabled = false;
  });
  const offer = () => {
    if (pickVoice(synthesis.getVoices())) tools.prepend(button);
    else button.remove();
  };
  offer();
  // In most browsers voices become available after the page has loaded.
  synthesis.addEventListener?.('voiceschanged', offer);
}
