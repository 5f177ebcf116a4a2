/** Builds the site's own front end into `dist/`: two classic scripts and a style. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));

await build({
  entryPoints: ['early.js', 'course.js', 'course.css', 'progress.js', 'progress.css'].map((name) =>
    join(web, 'src', name),
  ),
  outdir: join(web, 'dist'),
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'iife',
  target: ['es2022'],
  legalComments: 'none',
  logLevel: 'warning',
});
