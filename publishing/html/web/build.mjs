/**
 * Bundles the site's front end: files that pages load into `dist/site/`, code that is inlined in
 * pages into `dist/inline/`, the launcher of learning platforms into `dist/platform/`, the scripts
 * of courses with a record store into `dist/reporting/`, and the service worker into its own
 * `dist/`. It also writes the schema of the export file and the licences of bundled packages.
 *
 *     node build.mjs [OUT [FOLDER …]]
 *
 * OUT replaces `dist/`; each FOLDER contains further live pages.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import * as answersPart from './src/record/answers-part.js';
import { recordSchema } from './src/record/record-schema.js';

const web = dirname(fileURLToPath(import.meta.url));
const project = join(web, '..', '..', '..');

const source = join(web, 'src', 'frame');
const [dist = join(web, 'dist'), ...more] = process.argv.slice(2);

/** The live pages, found by their folders. */
const pages = [join(web, '..', '..', 'pages'), ...more]
  .flatMap((folder) => readdirSync(folder).map((name) => ({ name, folder: join(folder, name) })))
  .filter(({ folder }) => existsSync(join(folder, 'script.js')))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
/** The parts that they add to the reader's record; pages that save something have a `part.js`. */
const partFiles = pages.map(({ folder }) => join(folder, 'part.js')).filter(existsSync);

/** Resolves the module `#parts` to the parts found in the folders. */
const found = {
  name: 'found',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^#parts$/ }, ({ path }) => ({ path, namespace: 'found' }));
    pluginBuild.onLoad({ filter: /^#parts$/, namespace: 'found' }, () => ({
      contents: [
        ...partFiles.map((file, i) => `import p${i} from ${JSON.stringify(file)};`),
        `export default [${partFiles.map((_, i) => `p${i}`).join(', ')}];`,
      ].join('\n'),
      resolveDir: web,
    }));
  },
};

/** @param {string} file File name in the page's folder; the bundle is named after the page. */
const ofPages = (file) => pages.map(({ name, folder }) => ({ in: join(folder, file), out: name }));
/** @param {string} out @param {string} extension */
const ofFrame = (out, extension) => ({ in: join(source, `${out}.${extension}`), out });
/** Loaded on demand, by `search-offer.js`, `listening/offer.js` and `frame/closing-offer.js`. */
const onDemand = [
  ofFrame('search', 'js'),
  { in: join(web, 'src', 'text', 'listening', 'listening.js'), out: 'listening' },
  { in: join(web, 'src', 'closing', 'closing.js'), out: 'closing' },
];
/** Style sheets for some pages only; same as `STYLES` in `html/assets.py`. */
const styles = ['map', 'tables', 'indexes', 'timeline', 'close-readings'].map((out) => ({
  in: join(web, 'src', 'text', `${out}.css`),
  out,
}));
const worker = join(web, '..', '..', 'site', 'worker');

/** @param {({ in: string, out: string } | string)[]} entryPoints @param {string} outdir */
const bundle = (entryPoints, outdir) =>
  build({
    entryPoints,
    outdir,
    absWorkingDir: project,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: ['es2022'],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [found],
  });

const built = await Promise.all([
  bundle([ofFrame('course', 'js'), ...onDemand, ...ofPages('script.js')], join(dist, 'site')),
  bundle([ofFrame('early', 'js'), ofFrame('lost', 'js')], join(dist, 'inline')),
  bundle([ofFrame('course', 'css'), ...styles, ...ofPages('style.css')], join(dist, 'inline')),
  bundle([{ in: join(worker, 'worker.js'), out: 'worker' }], join(worker, 'dist')),
  bundle(
    ['launch.js', 'launch.css'].map((file) => join(web, 'src', 'platform', file)),
    join(dist, 'platform'),
  ),
  bundle(
    ['reporting.js', 'reporting.css'].map((file) => join(web, 'src', 'reporting', file)),
    join(dist, 'reporting'),
  ),
]);

/** @param {string} name @param {string} text */
const publish = (name, text) => writeFileSync(join(dist, 'site', name), text);
const parts = await Promise.all(partFiles.map((file) => import(pathToFileURL(file).href)));
publish(
  'record.schema.json',
  `${JSON.stringify(recordSchema([answersPart, ...parts]), null, 2)}\n`,
);
publish('licenses.txt', licences(built.flatMap(({ metafile }) => Object.keys(metafile.inputs))));

/**
 * Returns the licences of the packages in the bundles.
 *
 * @param {string[]} inputs
 */
function licences(inputs) {
  const packages = inputs.flatMap(
    (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
  );
  return [...new Set(packages)]
    .sort()
    .map((name) => {
      const folder = join(project, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return `${name} ${version} (${license})\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}
