/**
 * Marks the current section in the page's outline. Where there is no room for the outline beside
 * the text, a button in the bar shows the section's name and opens the outline.
 */
import { make } from './dom.js';

/** The width from which the outline is beside the text (frame.css). */
const BESIDE = '(min-width: 80em)';
/** A line across the window: the last section that begins above it is the current one. */
const LINE = '-25% 0px -75% 0px';

export function startWay() {
  const outline = document.querySelector('.outline');
  if (!(outline instanceof HTMLElement)) return;
  const links = new Map(
    [...outline.querySelectorAll('a')].map((link) => [
      document.getElementById(decodeURIComponent(link.hash.slice(1))),
      link,
    ]),
  );
  /** @type {HTMLElement | null} */
  let now = null;
  const show = () => {
    mark(outline, links, now);
    way.tell(links.get(now)?.textContent ?? '');
  };
  const way = addButton(outline, show);
  /** @type {Set<Element>} */
  const crossed = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) crossed.add(target);
        else crossed.delete(target);
      }
      // Nested sections come after their parents, so the last one is the innermost.
      now = [...links.keys()].filter((section) => section && crossed.has(section)).at(-1) ?? null;
      // While the list is open, its mark has the focus and stays, even if the page still scrolls.
      if (!way.isOpen()) show();
    },
    { rootMargin: LINE },
  );
  for (const section of links.keys()) if (section) observer.observe(section);
}

/**
 * @param {HTMLElement} outline
 * @param {Map<Element | null, HTMLElement>} links
 * @param {Element | null} now
 */
function mark(outline, links, now) {
  for (const [section, link] of links) {
    if (section === now) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
  const link = links.get(now);
  if (!link || !matchMedia(BESIDE).matches) return;
  // Scrolls only the outline, not the page.
  const { offsetTop, offsetHeight } = link;
  const seen = outline.scrollTop;
  if (offsetTop < seen || offsetTop + offsetHeight > seen + outline.clientHeight)
    outline.scrollTop = offsetTop - outline.clientHeight / 2;
}

/**
 * Adds the button to the bar, with the page's title and, below it, the current section.
 *
 * @param {HTMLElement} outline
 * @param {() => void} closed Called when the list is closed.
 * @returns {{ tell: (section: string) => void, isOpen: () => boolean }} `tell` sets the section.
 */
function addButton(outline, closed) {
  const title = document.querySelector('h1')?.firstChild?.textContent ?? '';
  const section = make('span', { class: 'way-section' }, '本页目录');
  const what = make('span', { class: 'visually-hidden' });
  const button = make(
    'button',
    { type: 'button', class: 'way', 'aria-expanded': 'false', 'aria-controls': 'outline' },
    make('span', { class: 'way-title' }, title),
    what,
    section,
  );
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute('aria-expanded', String(open));
    document.documentElement.toggleAttribute('data-outline', open);
    const place = outline.querySelector('[aria-current]') ?? outline.querySelector('a');
    if (open && place instanceof HTMLElement) place.focus();
    if (!open) closed();
  };
  const isOpen = () => button.getAttribute('aria-expanded') === 'true';
  button.addEventListener('click', () => show(!isOpen()));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    show(false);
    button.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (!isOpen() || !(target instanceof Element) || target.closest('.way')) return;
    if (target.closest('a') || !target.closest('.outline')) show(false);
  });
  document.querySelector('.bar-title')?.after(button);
  document.querySelector('.bar')?.classList.add('bar-with-way');
  /** @param {string} name */
  const tell = (name) => {
    section.textContent = name || '本页目录';
    what.textContent = name ? '，本页目录：' : '';
  };
  return { tell, isOpen };
}
