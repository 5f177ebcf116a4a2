/** Shows only the text on pages that contain it, if the reader chooses so; saved as a setting. */
import { applySettings, readSettings, writeSettings } from './settings.js';

const { dataset } = document.documentElement;

export function startTextOnly() {
  const button = document.querySelector('.text-only');
  if (!button) return;
  const tell = () => button.setAttribute('aria-pressed', String(dataset.show === 'text'));
  button.addEventListener('click', () => {
    const settings = { ...readSettings(), show: dataset.show === 'text' ? 'all' : 'text' };
    writeSettings(settings);
    applySettings(settings);
    tell();
    button.scrollIntoView({ block: 'nearest' });
  });
  /** If a link's target is hidden, shows everything, on this page and until it is left. */
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (dataset.show !== 'text' || !target || target.getClientRects().length) return;
    dataset.show = 'all';
    tell();
    target.scrollIntoView();
  };
  window.addEventListener('hashchange', reveal);
  tell();
  reveal();
}
