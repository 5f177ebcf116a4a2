/** How much of each page's exercises is done, in the contents. */
import { make } from './dom.js';
import { loadIndex, readRecord, standing } from './record.js';

export async function startMarks() {
  const contents = document.getElementById('contents');
  if (!contents) return;
  /** @type {Promise<import('./record.js').Chapter[]> | null} */
  let loading = null;
  const update = async () => {
    const record = readRecord();
    if (!record.size) return;
    loading ??= loadIndex();
    const chapters = await loading.catch(() => []);
    for (const { page, items } of chapters) {
      const done = items.filter((item) => !['new', 'stale'].includes(standing(item, record)));
      const link = linkTo(contents, page);
      if (link) show(link, done.length, items.length);
    }
  };
  document.addEventListener('exercise:graded', update);
  window.addEventListener('storage', update);
  await update();
}

/**
 * @param {HTMLElement} contents
 * @param {string} page
 */
function linkTo(contents, page) {
  const name = `${page.split('/').pop()}.html`;
  if (document.documentElement.dataset.page === page) return contents.querySelector('.current > a');
  return [...contents.querySelectorAll('a')].find((a) => a.pathname.endsWith(`/${name}`));
}

/**
 * @param {Element} link
 * @param {number} done
 * @param {number} all
 */
function show(link, done, all) {
  link.querySelector('.done')?.remove();
  if (!done) return;
  const said = done === all ? '练习全部做完' : `练习做了${done}道，共${all}道`;
  link.append(
    make(
      'span',
      { class: 'done' },
      make('span', { 'aria-hidden': 'true' }, done === all ? '✓' : `${done}/${all}`),
      make('span', { class: 'visually-hidden' }, `（${said}）`),
    ),
  );
}
