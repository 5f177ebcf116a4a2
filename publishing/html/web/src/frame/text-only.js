/** A page that reads the text shows nothing else, if the reader wants it so; remembered. */
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
  /** A link to what is not shown shows all, on this page and for this time. */
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
