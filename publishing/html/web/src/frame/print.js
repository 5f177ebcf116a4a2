/** Printing the page, on request with the answers to its exercises. */

export function startPrinting() {
  window.addEventListener('beforeprint', openSteps);
  document.getElementById('print-button')?.addEventListener('click', () => window.print());
  const withAnswers = document.getElementById('print-answers-button');
  if (!withAnswers || !document.querySelector('details.answer')) return;
  withAnswers.hidden = false;
  withAnswers.addEventListener('click', printWithAnswers);
}

/** Prints with answers once; the next print, however started, is without them again. */
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

/** Opens all steps of close readings; while they share a name, only one could be open. */
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
