/**
 * npm run dev: hot reload. Vite serves the renderer on loopback and passes ./api on to the browser host, which is
 * built again and started again whenever the core changes. The page's policy is Vite's own here: development only.
 *   npm run dev -- [--data DIR] [--demo]
 */
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { cacheDir, outDir, root } from './lib/paths.mjs';
import { foreground, prepare } from './lib/prepare.mjs';
import { forget } from './lib/stale.mjs';

const HOST_FOLDER = join(outDir, 'main');

async function develop(argv) {
  const { build, createServer } = await import('vite');
  const { nodeConfig, rendererConfig, mainEntries } = await import('./targets.mjs');
  const demoData = join(cacheDir, 'dev-data');
  mkdirSync(demoData, { recursive: true });
  const passed = argv.some((argument) => argument.startsWith('--data'))
    ? argv
    : [...argv, '--data', demoData];
  const host = hostProcess(passed);
  forget('main');

  const config = nodeConfig(mainEntries(), HOST_FOLDER);
  const watcher = await build({ ...config, build: { ...config.build, emptyOutDir: false, watch: {} } });
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END') void host.restart();
    if (event.code === 'ERROR') console.error(event.error?.message ?? event.error);
  });

  const renderer = await rendererConfig(join(cacheDir, 'unused'));
  const server = await createServer({
    ...renderer,
    base: '/',
    server: { host: '127.0.0.1', port: 0, hmr: { host: '127.0.0.1' } },
    plugins: [
      ...renderer.plugins,
      { name: 'so-host', configureServer: (vite) => attach(vite.middlewares, host) },
    ],
  });
  await server.listen();
  console.log(`http://127.0.0.1:${server.httpServer.address().port}/`);
}

/** The browser host as a child; `address` resolves once it has printed its address. */
function hostProcess(passed) {
  let child;
  let address = new Promise(() => undefined);
  async function restart() {
    const old = child;
    if (old && old.exitCode === null) {
      const gone = new Promise((resolve) => old.once('exit', resolve));
      old.kill('SIGTERM');
      await gone;
    }
    child = fork(join(HOST_FOLDER, 'serve.cjs'), ['--no-window', ...passed], { silent: true });
    child.stderr.pipe(process.stderr);
    address = new Promise((resolve) => {
      child.stdout.on('data', (text) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S+\//.exec(String(text));
        if (found) resolve(new URL(found[0]));
      });
    });
  }
  return { restart, address: () => address };
}

function attach(middlewares, host) {
  middlewares.use(async (incoming, outgoing, next) => {
    if (!/^\/(api|fonts)\//.test(incoming.url ?? '')) return next();
    const base = await host.address();
    const headers = { ...incoming.headers, host: base.host };
    if (headers.origin) headers.origin = base.origin;
    const through = request(
      {
        host: '127.0.0.1',
        port: base.port,
        method: incoming.method,
        path: base.pathname + incoming.url.slice(1),
        headers,
      },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    through.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(through);
  });
}

const argv = process.argv.slice(2);
if (argv.includes('--inside')) await develop(argv.filter((argument) => argument !== '--inside'));
else {
  const node = await prepare(['preload', 'resources']);
  const self = join(root, 'build', 'dev.mjs');
  process.exitCode = (await foreground(node, [self, '--inside', ...argv])).code;
}
