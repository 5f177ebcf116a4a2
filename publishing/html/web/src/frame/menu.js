/** The table of contents: beside the text on wide screens, behind a button on narrow ones. */

/** The width from which the contents are beside the text (frame.css). */
const BESIDE = matchMedia('(min-width: 64.01em)');

export function startMenu() {
  const button = document.getElementById('menu-button');
  const contents = document.getElementById('contents');
  if (!button || !contents) return;
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute('aria-expanded', String(open));
    document.documentElement.toggleAttribute('data-menu', open);
    if (open) contents.querySelector('a')?.focus();
  };
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.documentElement.hasAttribute('data-menu')) {
      show(false);
      button.focus();
    }
  });
  document.getElementById('content')?.addEventListener('click', () => show(false));
  const current = contents.querySelector('a[href="#"]');
  current?.setAttribute('aria-current', 'page');
  // Scrolls only the contents, not the page.
  if (current instanceof HTMLElement && BESIDE.matches)
    contents.scrollTop = current.offsetTop - contents.clientHeight / 2;
}
