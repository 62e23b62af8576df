/**
 * npm run package: the installers of electron-builder.yml. What cannot be made on this machine (installers need
 * tools and Electron archives from the internet) is named with its reason, and the exit code is then 1.
 *   npm run package -- --dir             the unpacked program for tests: only the inspect-arguments fuse is on
 *   npm run package -- --dir --release   the unpacked program as it is shipped
 * With ELECTRON_OVERRIDE_DIST_PATH the program is packed around that Electron, whatever its version.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, electronBinary, root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { killTree } from './lib/process.mjs';

const LIMIT_MS = 5 * 60_000;
const INSTALLERS = [
  { name: 'Windows (NSIS, x64)', args: ['--win', 'nsis', '--x64'] },
  { name: 'Linux (deb, x64)', args: ['--linux', 'deb', '--x64'] },
];

/** Runs electron-builder within a limit of time; answers its exit code and the last lines it said. */
function builder(node, args, { quiet = false } = {}) {
  const script = join(root, 'node_modules', 'electron-builder', 'cli.js');
  return new Promise((resolve) => {
    const child = spawn(node, [script, '--publish', 'never', ...args], {
      cwd: root,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (text) => {
      said += String(text);
      if (!quiet) process.stderr.write(text);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer = setTimeout(() => killTree(child, 'SIGKILL'), LIMIT_MS);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, said, late: signal === 'SIGKILL' });
    });
  });
}

/** Fuses that an Electron older than this version does not have. */
const YOUNGER_FUSES = [{ since: 29, name: 'grantFileProtocolExtraPrivileges' }];

/** Options that pack around the Electron of this machine; for tests, with the fuse their driver needs. */
function dirOptions(output, release) {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const version = dist ? readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '') : undefined;
  let config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  if (!release)
    config = config.replace('enableNodeCliInspectArguments: false', 'enableNodeCliInspectArguments: true');
  for (const fuse of YOUNGER_FUSES)
    if (version && Number(version.split('.')[0]) < fuse.since)
      config = config.replace(new RegExp(`^ *${fuse.name}:.*\\n`, 'm'), '');
  mkdirSync(cacheDir, { recursive: true });
  const file = join(cacheDir, `electron-builder-${release ? 'release' : 'test'}.yml`);
  writeFileSync(file, config);
  const electron = dist ? [`-c.electronDist=${dist}`, `-c.electronVersion=${version}`] : [];
  return ['--config', file, `-c.directories.output=${output}`, ...electron];
}

async function packDir(node, release) {
  const output = join('dist', release ? 'release' : 'test');
  rmSync(join(root, output), { recursive: true, force: true });
  const { code } = await builder(node, ['--dir', ...dirOptions(output, release)]);
  if (code === 0) {
    console.log(join(root, output));
    console.log(`Cỡ chương trình đã bung: ${sizeText(sizeOf(join(root, output)))}`);
  }
  return code;
}

const MB = 1024 * 1024;
const sizeText = (bytes) => `${(bytes / MB).toFixed(1).replace('.', ',')} MB`;

/** Bytes of a file, or of every file under a folder. */
function sizeOf(path) {
  const about = statSync(path);
  if (!about.isDirectory()) return about.size;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.reduce((sum, one) => sum + statSync(join(one.parentPath ?? one.path, one.name)).size, 0);
}

/** Names and sizes of the installers of a kind in dist/. */
function installerSizes(args) {
  const ending = args.includes('--win') ? '.exe' : '.deb';
  return readdirSync(join(root, 'dist'))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${name} ${sizeText(sizeOf(join(root, 'dist', name)))}`)
    .join(', ');
}

async function packInstallers(node) {
  let missing = 0;
  for (const { name, args } of INSTALLERS) {
    const { code, said, late } = await builder(node, args, { quiet: true });
    if (code === 0) console.log(`${name}: đã tạo trong dist/, ${installerSizes(args)}`);
    else {
      missing++;
      console.log(`${name}: không tạo được. ${late ? 'Quá 5 phút.' : reasonIn(said)}`);
    }
  }
  return missing === 0 ? 0 : 1;
}

/** The first line of electron-builder's talk that names a failure, without colours. */
function reasonIn(said) {
  const lines = said.replace(/\x1b\[[0-9;]*m/g, '').split('\n');
  const line =
    lines.find((text) => /⨯|Error:|cannot|ENOTFOUND|ECONNREFUSED|403|404/.test(text)) ?? lines.at(-2) ?? '';
  return line
    .replace(/\s*failedTask=.*/, '')
    .trim()
    .slice(0, 200);
}

try {
  const argv = process.argv.slice(2);
  const node = await prepare();
  const dir = argv.includes('--dir');
  if (dir && !electronBinary() && existsSync(join(root, 'node_modules', 'electron')))
    console.error('Máy này chưa có Electron; electron-builder sẽ thử tải về.');
  process.exitCode = dir ? await packDir(node, argv.includes('--release')) : await packInstallers(node);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
