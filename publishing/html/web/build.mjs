/**
 * Builds the site's own front end: what pages load into `dist/site/`, what stands in every page
 * into `dist/inline/`, and the offline copy's service worker into its own `dist/`. From the same
 * sources it writes the schema of the export file and the licences of what is bundled.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { recordSchema } from './src/record-schema.js';

const web = dirname(fileURLToPath(import.meta.url));
const project = join(web, '..', '..', '..');

const parts = ['course', 'progress', 'review', 'notes', 'test'];
/** What stands in the pages themselves. */
const inline = ['early.js', ...parts.map((name) => `${name}.css`)];
const worker = join(web, '..', '..', 'site', 'worker');

/** @param {string[]} entryPoints @param {string} outdir */
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
  });

const built = await Promise.all([
  bundle(
    parts.map((name) => join(web, 'src', `${name}.js`)),
    join(web, 'dist', 'site'),
  ),
  bundle(
    inline.map((name) => join(web, 'src', name)),
    join(web, 'dist', 'inline'),
  ),
  bundle([join(worker, 'worker.js')], join(worker, 'dist')),
]);

/** @param {string} name @param {string} text */
const publish = (name, text) => writeFileSync(join(web, 'dist', 'site', name), text);
publish('record.schema.json', `${JSON.stringify(recordSchema(), null, 2)}\n`);
publish('licenses.txt', licences(built.flatMap(({ metafile }) => Object.keys(metafile.inputs))));

/**
 * Gives the licences of the packages that went into the bundles.
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
