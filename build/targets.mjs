/**
 * What is built, and how. Plain Vite 8 (Rolldown) rather than electron-vite: the product has four entries in the
 * main process, two hosts and one renderer, and electron-vite's model of one main, one preload and one renderer
 * would be configured away almost wholly.
 */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { FONTS } from './fonts.mjs';
import { licences, writeFontLicences } from './lib/licences.mjs';
import { cacheDir, outDir, root } from './lib/paths.mjs';
import { styleNonce } from './lib/styleNonce.mjs';

/** Modules a bundle of the main process finds at run time. */
const RUNTIME_MODULES = [
  'electron',
  'better-sqlite3',
  ...builtinModules,
  ...builtinModules.map((m) => `node:${m}`),
];

function nodeConfig(input, dir) {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [licences(['better-sqlite3', 'electron'])],
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
    resolve: { conditions: ['node', 'import', 'module', 'default'], mainFields: ['module', 'main'] },
    build: {
      ssr: true,
      outDir: dir,
      emptyOutDir: true,
      target: 'node18',
      minify: false,
      sourcemap: false,
      copyPublicDir: false,
      chunkSizeWarningLimit: 20_000,
      rolldownOptions: {
        input,
        external: RUNTIME_MODULES,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name]-[hash].cjs' },
      },
    },
  };
}

const entry = (name) => join(root, 'electron', name);

function mainEntries() {
  return {
    main: entry('main.ts'),
    serve: entry('serve.ts'),
    op: entry('op.ts'),
    worker: entry('jobs/worker.ts'),
  };
}

async function rendererConfig(dir) {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react(), styleNonce(), licences()],
    build: {
      outDir: dir,
      emptyOutDir: true,
      target: 'chrome114',
      cssTarget: 'chrome114',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 8_000,
    },
  };
}

function copyResources(dir) {
  mkdirSync(join(dir, 'fonts'), { recursive: true });
  const faces = [];
  for (const font of FONTS) {
    const from = join(root, 'node_modules', '@expo-google-fonts', font.package, font.folder, font.file);
    cpSync(from, join(dir, 'fonts', font.file));
    cpSync(
      join(root, 'node_modules', '@expo-google-fonts', font.package, 'LICENSE_FONT'),
      join(dir, 'fonts', `LICENSE-${font.package}.txt`),
    );
    faces.push(
      `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:${font.style};` +
        `font-display:block;src:url("./${font.file}") format("truetype")}`,
    );
  }
  writeFileSync(join(dir, 'fonts', 'fonts.css'), `${faces.join('\n')}\n`);
  const index = FONTS.map(({ family, weight, style, file }) => ({ family, weight, style, file }));
  writeFileSync(join(dir, 'fonts', 'fonts.json'), JSON.stringify(index, null, 1));
  writeFontLicences(dir, FONTS);
  const layouts = join(root, 'resources', 'layouts');
  if (existsSync(layouts)) cpSync(layouts, join(dir, 'layouts'), { recursive: true });
  else mkdirSync(join(dir, 'layouts'), { recursive: true });
}

const MAIN_SOURCES = [
  'electron',
  'shared',
  'package-lock.json',
  'build/targets.mjs',
  'build/lib/licences.mjs',
  'package.json',
];

/** Builds into a fresh folder and then moves it into place, so that nobody sees a half-built one. */
async function viteBuild(makeConfig, final) {
  const { build } = await import('vite');
  const fresh = join(cacheDir, 'building', `${process.pid}-${Date.now()}`);
  mkdirSync(fresh, { recursive: true });
  await build(await makeConfig(fresh));
  moveIntoPlace(fresh, final);
}

function moveIntoPlace(fresh, final) {
  const old = `${fresh}-old`;
  mkdirSync(join(final, '..'), { recursive: true });
  if (existsSync(final)) renameSync(final, old);
  renameSync(fresh, final);
  rmSync(old, { recursive: true, force: true });
}

/** name → { sources, outputs, build }. `worker` is a copy of the worker thread for tests that run the core alone. */
export const targets = {
  main: {
    sources: MAIN_SOURCES,
    outputs: ['main', 'serve', 'op', 'worker'].map((name) => join(outDir, 'main', `${name}.cjs`)),
    build: () => viteBuild((dir) => nodeConfig(mainEntries(), dir), join(outDir, 'main')),
  },
  preload: {
    sources: ['electron/preload.ts', 'shared/contract/bridge.ts', 'build/targets.mjs'],
    outputs: [join(outDir, 'preload', 'preload.cjs')],
    build: () =>
      viteBuild((dir) => nodeConfig({ preload: entry('preload.ts') }, dir), join(outDir, 'preload')),
  },
  renderer: {
    sources: [
      'renderer',
      'shared',
      'package-lock.json',
      'build/targets.mjs',
      'build/lib/styleNonce.mjs',
      'build/lib/licences.mjs',
      'package.json',
    ],
    outputs: [join(outDir, 'renderer', 'index.html')],
    build: () => viteBuild(rendererConfig, join(outDir, 'renderer')),
  },
  resources: {
    sources: [
      'resources/layouts',
      'build/fonts.mjs',
      'build/targets.mjs',
      'build/lib/licences.mjs',
      'package-lock.json',
    ],
    outputs: [join(outDir, 'resources', 'fonts', 'fonts.css')],
    async build() {
      const fresh = join(cacheDir, 'building', `resources-${process.pid}-${Date.now()}`);
      copyResources(fresh);
      moveIntoPlace(fresh, join(outDir, 'resources'));
    },
  },
  worker: {
    sources: MAIN_SOURCES,
    outputs: [join(cacheDir, 'worker', 'worker.cjs')],
    build: () =>
      viteBuild((dir) => nodeConfig({ worker: entry('jobs/worker.ts') }, dir), join(cacheDir, 'worker')),
  },
};

export { mainEntries, nodeConfig, rendererConfig };
