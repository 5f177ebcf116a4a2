/** Printing the page; what the reader asks for, with the answers to its exercises. */

export function startPrinting() {
  window.addEventListener('beforeprint', openSteps);
  document.getElementById('print-button')?.addEventListener('click', () => window.print());
  const withAnswers = document.getElementById('print-answers-button');
  if (!withAnswers || !document.querySelector('details.answer')) return;
  withAnswers.hidden = false;
  withAnswers.addEventListener('click', printWithAnswers);
}

/** Only this once: the next print, whoever asks for it, is without answers again. */
function printWithAnswers() {
  const root = document.documentElement;
  const folded = /** @type {NodeListOf<HTMLDetailsElement>} */ (
    document.querySelectorAll('details.answer:not([open])')
  );
  root.dataset.print = 'answers';
  for (const answer of folded) answer.open = true;
  window.addEventListener(
    'afterprint',
    () => {
      delete root.dataset.print;
      for (const answer of folded) answer.open = false;
    },
    { once: true },
  );
  window.print();
}

/** A close reading is printed whole: as long as they share a name only one step could be open. */
function openSteps() {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const steps = document.querySelectorAll('.close-step');
  const before = [...steps].map((step) => ({ step, name: step.name, open: step.open }));
  for (const step of steps) {
    step.name = '';
    step.open = true;
  }
  const close = () => {
    for (const { step, open } of before) step.open = open;
    for (const { step, name } of before) step.name = name;
  };
  window.addEventListener('afterprint', close, { once: true });
}
