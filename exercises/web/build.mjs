/**
 * Builds the exercises' front end into `dist/`:
 *
 * - `dist/exercises.js`: the one script of the static site, a classic one since it stands in the
 *   pages, which also run from `file://`;
 * - `dist/widget.js`: the ES module that anywidget loads;
 * - `dist/exercises.css`: the style of both.
 *
 * The kinds are found by their folders: a further kind needs no change here.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));
const kindsFolder = join(web, '..', 'kinds');
const sharedFolders = ['choice', 'gaps'].map((name) => join(web, '..', name));

const kinds = readdirSync(kindsFolder)
  .filter((kind) => existsSync(join(kindsFolder, kind, 'view.js')))
  .sort();

const styles = [
  join(web, 'src', 'style.css'),
  ...sharedFolders.map((folder) => join(folder, 'style.css')),
  ...kinds.map((kind) => join(kindsFolder, kind, 'style.css')),
].filter((file) => existsSync(file));

/** Resolves the modules `#kinds` and `#styles` to what the folders hold. */
const found = {
  name: 'found',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^#(kinds|styles)$/ }, ({ path }) => ({
      path,
      namespace: 'found',
    }));
    pluginBuild.onLoad({ filter: /^#kinds$/, namespace: 'found' }, () => ({
      contents: [
        ...kinds.map(
          (kind, i) => `import k${i} from ${JSON.stringify(join(kindsFolder, kind, 'view.js'))};`,
        ),
        `export default { ${kinds.map((kind, i) => `'${kind.replaceAll('_', '-')}': k${i}`).join(', ')} };`,
      ].join('\n'),
      resolveDir: web,
    }));
    pluginBuild.onLoad({ filter: /^#styles$/, namespace: 'found' }, () => ({
      contents: styles.map((file) => `@import ${JSON.stringify(file)};`).join('\n'),
      loader: 'css',
      resolveDir: web,
    }));
  },
};

const common = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: ['es2022'],
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [found],
};

await Promise.all([
  build({
    ...common,
    entryPoints: [join(web, 'src', 'site.js')],
    outfile: join(web, 'dist', 'exercises.js'),
    format: 'iife',
  }),
  build({
    ...common,
    entryPoints: [join(web, 'src', 'widget.js')],
    outfile: join(web, 'dist', 'widget.js'),
    format: 'esm',
  }),
  build({ ...common, entryPoints: ['#styles'], outfile: join(web, 'dist', 'exercises.css') }),
]);
