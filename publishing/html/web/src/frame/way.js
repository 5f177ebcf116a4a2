/**
 * Where the reader is in a long page: the section in view is marked in the page's outline and,
 * where that has no room beside the text, named in the bar by a button that opens it.
 */
import { make } from './dom.js';

/** The width from which the outline stands beside the text (frame.css). */
const BESIDE = '(min-width: 80em)';
/** A line across the window: the last section that begins above it is the one in view. */
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
      // The innermost section comes last in the order of the page.
      now = [...links.keys()].filter((section) => section && crossed.has(section)).at(-1) ?? null;
      // An open list keeps its mark, which has the focus, while the page below it still moves.
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
  // Scrolls the outline alone, never the page.
  const { offsetTop, offsetHeight } = link;
  const seen = outline.scrollTop;
  if (offsetTop < seen || offsetTop + offsetHeight > seen + outline.clientHeight)
    outline.scrollTop = offsetTop - outline.clientHeight / 2;
}

/**
 * Puts the button into the bar: the page's title, and under it the section.
 *
 * @param {HTMLElement} outline
 * @param {() => void} closed Called when the list is closed.
 * @returns {{ tell: (section: string) => void, isOpen: () => boolean }} Tells it the section.
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
