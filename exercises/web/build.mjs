/**
 * Builds the exercises' front end into `dist/`:
 *
 * - `dist/exercises.js`: the code that all exercises of the static site need. It is a classic
 *   script, because the pages also run from `file://`;
 * - `dist/kinds/KIND.js`: the code of one kind, inserted after it in the pages that need the kind;
 * - `dist/exercises.css` and `dist/kinds/KIND.css`: the styles, divided in the same way;
 * - `dist/widget.js` and `dist/widget.css`: everything, as an ES module for anywidget.
 *
 * The kinds are found by their folders: adding a kind needs no change here.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { modulesOf, shareModules, virtual } from './modules.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const dist = join(web, 'dist');
const kindsFolder = join(web, '..', 'kinds');
const sharedFolders = ['choice', 'gaps'].map((name) => join(web, '..', name));

const kinds = readdirSync(kindsFolder)
  .filter((folder) => existsSync(join(kindsFolder, folder, 'view.js')))
  .sort()
  .map((folder) => ({
    name: folder.replaceAll('_', '-'),
    folder: join(kindsFolder, folder),
    view: join(kindsFolder, folder, 'view.js'),
  }));

/** @param {string[]} folders */
const stylesIn = (folders) =>
  folders
    .map((folder) => join(folder, 'style.css'))
    .filter((file) => existsSync(file))
    .map((file) => `@import ${JSON.stringify(file)};`)
    .join('\n');
const sharedStyle = stylesIn([join(web, 'src'), ...sharedFolders]);
const kindsStyle = stylesIn(kinds.map(({ folder }) => folder));

/** An object of all kinds by name, for the widget. */
const allKinds = [
  ...kinds.map(({ view }, i) => `import k${i} from ${JSON.stringify(view)};`),
  `export default { ${kinds.map(({ name }, i) => `'${name}': k${i}`).join(', ')} };`,
].join('\n');

const common = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: ['es2022'],
  legalComments: 'none',
  logLevel: 'warning',
  outdir: dist,
};

const shared = await modulesOf(
  kinds.map(({ view }) => view),
  kindsFolder,
);

rmSync(dist, { recursive: true, force: true });
await Promise.all([
  build({
    ...common,
    entryPoints: { exercises: join(web, 'src', 'site.js') },
    format: 'iife',
    plugins: [virtual({ '#kinds': 'export default {};', '#shared': shared.exported })],
  }),
  build({
    ...common,
    entryPoints: Object.fromEntries(kinds.map(({ name }) => [`kinds/${name}`, `#kind/${name}`])),
    format: 'iife',
    plugins: [
      shareModules(shared.names),
      virtual(
        Object.fromEntries(
          kinds.map(({ name, view }) => [
            `#kind/${name}`,
            `import view from ${JSON.stringify(view)}; courseExercises.kinds['${name}'] = view;`,
          ]),
        ),
      ),
    ],
  }),
  build({
    ...common,
    entryPoints: { widget: join(web, 'src', 'widget.js') },
    format: 'esm',
    plugins: [virtual({ '#kinds': allKinds })],
  }),
  build({
    ...common,
    entryPoints: {
      exercises: '#style',
      widget: '#style/all',
      ...Object.fromEntries(kinds.map(({ name }) => [`kinds/${name}`, `#style/${name}`])),
    },
    plugins: [
      virtual(
        {
          '#style': sharedStyle,
          '#style/all': `${sharedStyle}\n${kindsStyle}`,
          ...Object.fromEntries(
            kinds.map(({ name, folder }) => [`#style/${name}`, stylesIn([folder])]),
          ),
        },
        'css',
      ),
    ],
  }),
]);
