/**
 * A page of a course that names a record store: the reader decides whether anything is reported.
 * Without such a store this script is in no page.
 */
import { platformStore, read } from '../../../../../exercises/web/src/course-storage.js';
import { fileAddress } from '../frame/addresses.js';
import { make } from '../frame/dom.js';
import { reportingLine, reportingNotice } from './notice.js';
import { openReporter } from './reporter.js';
import { details, held, TITLE } from './words.js';

/** The place, on the page that tells of all data, for what is told of reporting. */
const PLACE = 'reporting';

const { address = '', of = '', about = '' } = document.currentScript?.dataset ?? {};

/** A file has no host that a store could know, and in a platform it is the platform that is told. */
function canReport() {
  try {
    read('');
    return location.protocol.startsWith('http') && !platformStore();
  } catch {
    // What cannot be kept cannot be sent again: then nothing is sent.
    return false;
  }
}

function start() {
  document.head.append(
    make('link', { rel: 'stylesheet', href: fileAddress('_static/reporting.css') }),
  );
  const reporter = openReporter(address, (state) => {
    line.show(state);
    // Decided here or in another window.
    if (notice.close()) line.enter();
  });
  const notice = reportingNotice({ of, about: about && fileAddress(about) }, reporter);
  const line = reportingLine(of, { ask: () => notice.show(true), stop: reporter.turnOff });
  document.querySelector('.colophon')?.prepend(line.element);
  line.show(reporter.state());
  document
    .getElementById(PLACE)
    ?.replaceChildren(
      make('p', {}, make('strong', {}, TITLE), `　${details(of)}`),
      make('p', {}, held(of)),
    );
  if (!reporter.state().choice) notice.show(false);
}

if (canReport()) start();
