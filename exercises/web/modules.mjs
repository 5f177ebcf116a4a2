/** Sharing modules between the exercises' own script and the scripts of the kinds. */
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));

/**
 * Provides contents for module names that are not files.
 *
 * @param {Record<string, string>} contents By name; names start with `#`.
 * @param {import('esbuild').Loader} [loader]
 * @returns {import('esbuild').Plugin}
 */
export function virtual(contents, loader = 'js') {
  return {
    name: 'virtual',
    setup(pluginBuild) {
      pluginBuild.onResolve({ filter: /^#/ }, ({ path }) =>
        path in contents ? { path, namespace: 'virtual' } : undefined,
      );
      pluginBuild.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => ({
        contents: contents[path],
        loader,
        resolveDir: web,
      }));
    },
  };
}

/**
 * Finds the modules outside `folder` that are imported by modules inside it.
 *
 * @param {string[]} entryPoints
 * @param {string} folder
 * @returns {Promise<{ exported: string, names: Map<string, string[]> }>} A module that re-exports
 *   everything that they export, and the names of their exports by file.
 * @throws {Error} If two of them export the same name.
 */
export async function modulesOf(entryPoints, folder) {
  const common = { bundle: true, write: false, metafile: true, format: 'esm', outdir: 'out' };
  const { metafile } = await build({ ...common, entryPoints, logLevel: 'warning' });
  /** @param {string} file */
  const isOutside = (file) => relative(folder, resolve(file)).startsWith('..');
  const files = new Set(
    Object.entries(metafile.inputs)
      .filter(([file]) => !isOutside(file))
      .flatMap(([, { imports }]) => imports.map(({ path }) => path))
      .filter(isOutside)
      .sort(),
  );
  const { metafile: each } = await build({ ...common, entryPoints: [...files] });
  const names = new Map(
    Object.values(each.outputs).map(({ entryPoint, exports }) => [
      resolve(/** @type {string} */ (entryPoint)),
      exports,
    ]),
  );
  const all = [...names.values()].flat();
  const twice = all.find((name, i) => all.indexOf(name) !== i);
  if (twice) throw new Error(`two modules that kinds import export one name: ${twice}`);
  return {
    exported: [...names.keys()].map((file) => `export * from ${JSON.stringify(file)};`).join('\n'),
    names,
  };
}

/**
 * Replaces the modules in `names` by what the exercises' script has put on the page.
 *
 * @param {Map<string, string[]>} names Their exports by file.
 * @returns {import('esbuild').Plugin}
 */
export function shareModules(names) {
  return {
    name: 'share-modules',
    setup(pluginBuild) {
      pluginBuild.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = join(resolveDir, path);
        return names.has(file) ? { path: file, namespace: 'shared' } : undefined;
      });
      pluginBuild.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
        // Marked pure, so that exports which a kind does not use are dropped.
        contents: (names.get(path) ?? [])
          .map(
            (name) =>
              `export const ${name} = /* @__PURE__ */ (() => courseExercises.shared.${name})();`,
          )
          .join('\n'),
      }));
    },
  };
}
