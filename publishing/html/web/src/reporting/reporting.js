/**
 * Script of the pages of a course that names a record store: the reader decides about reporting. If
 * the course names none, it is on no page.
 */
import { platformStore, read } from '../../../../../exercises/web/src/course-storage.js';
import { fileAddress } from '../frame/addresses.js';
import { make } from '../frame/dom.js';
import { reportingLine, reportingNotice } from './notice.js';
import { followPage, Reporter } from './reporter.js';
import { details, held, TITLE } from './words.js';

/** Id of the element, on the page that explains all data, for the explanation of reporting. */
const PLACE = 'reporting';

const { address = '', of = '', about = '' } = document.currentScript?.dataset ?? {};

/** Not from `file://`, which has no host, nor in a platform, which gets the results instead. */
function canReport() {
  try {
    read('');
    return location.protocol.startsWith('http') && !platformStore();
  } catch {
    // What cannot be saved cannot be sent again, so nothing is sent.
    return false;
  }
}

function start() {
  document.head.append(
    make('link', { rel: 'stylesheet', href: fileAddress('_static/reporting.css') }),
  );
  const reporter = new Reporter(address, (state) => {
    line.show(state);
    // Decided here or in another window.
    if (notice.close()) line.enter();
  });
  const turnOff = () => reporter.turnOff();
  const notice = reportingNotice(
    { of, about: about && fileAddress(about) },
    { turnOn: (name) => reporter.turnOn(name), turnOff },
  );
  const line = reportingLine(of, { ask: () => notice.show(true), stop: turnOff });
  document.querySelector('.colophon')?.prepend(line.element);
  line.show(reporter.state);
  document
    .getElementById(PLACE)
    ?.replaceChildren(
      make('p', {}, make('strong', {}, TITLE), `　${details(of)}`),
      make('p', {}, held(of)),
    );
  if (!reporter.state.choice) notice.show(false);
  followPage(reporter);
}

if (canReport()) start();
