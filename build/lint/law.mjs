/**
 * The import law of the house, as data and one judgement. `judge(path, source)` answers the breaches of one file;
 * a path is relative to the project, with forward slashes.
 */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';

const BUILTINS = new Set(builtinModules.filter((name) => !name.startsWith('_')));
const SERVER_MODULES = /^(?:node:)?(?:http|https|http2|net|tls|dgram)$/;
const BROWSER_LIBRARIES =
  /^(?:react|react-dom|react-router-dom|react-i18next|antd|@ant-design\/.*|zustand|@tanstack\/.*|lucide-react)(?:\/|$)/;
const SQL =
  /^\s*(?:SELECT\s[\s\S]*\bFROM\b|SELECT\s+\w+\(|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|WITH\s+(?:RECURSIVE\s+)?\w+\s*(?:\([^)]*\)\s*)?AS\s*\(|CREATE\s+(?:TABLE|INDEX|TEMP|VIRTUAL|TRIGGER|VIEW)\b|DROP\s+(?:TABLE|INDEX|TRIGGER|VIEW)\b|PRAGMA\s)/;

/** No file needs scrolling to be understood; texts and tables of data may be longer. */
const MAX_LINES = 400;
const LONG_ALLOWED = /^(?:shared\/locales\/|test\/|electron\/demo\/)|(?:\.data|\.css)\b/;

/** Where SQL may be written. */
const SQL_ALLOWED = [
  /^electron\/db\//,
  /^electron\/modules\/(?:.*\/)?[\w-]*repository[\w-]*(?:\/.*)?\.ts$/i,
  /^electron\/modules\/.*\/repository\//,
  /^(?:test|build)\//,
];

/** A part of the house: which files it is, and which of our own parts and which packages it may import. */
const PARTS = [
  {
    name: 'shared',
    files: /^shared\//,
    ours: [/^shared\//],
    forbidden: (name) =>
      isNode(name) || name === 'electron' || name === 'better-sqlite3' || BROWSER_LIBRARIES.test(name),
  },
  {
    name: 'renderer',
    files: /^renderer\//,
    ours: [/^renderer\//, /^shared\//],
    forbidden: (name) => isNode(name) || name === 'electron' || name === 'better-sqlite3',
  },
  {
    name: 'a module',
    files: /^electron\/modules\/[^/]+\//,
    ours: [
      /^shared\//,
      /^electron\/(?:db|ipc|jobs|documents)\//,
      /^electron\/[\w-]+$/,
      /^electron\/modules\//,
    ],
    forbidden: (name) => name === 'better-sqlite3' || BROWSER_LIBRARIES.test(name),
  },
  {
    name: 'documents',
    files: /^electron\/documents\//,
    ours: [/^electron\/documents\//, /^shared\//, /^electron\/ipc\//, /^resources\//],
    forbidden: (name) => name === 'better-sqlite3' || BROWSER_LIBRARIES.test(name),
  },
  {
    name: 'the main process',
    files: /^electron\//,
    ours: [/^electron\//, /^shared\//, /^resources\//, /^package\.json$/],
    forbidden: (name) => BROWSER_LIBRARIES.test(name),
  },
];

function isNode(name) {
  return name.startsWith('node:') || BUILTINS.has(name.split('/')[0]);
}

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Specifiers of every import of a source text. */
export function importsOf(source) {
  const text = withoutComments(source);
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2]);
}

function withoutComments(source) {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');
}

/** String and template literals of a source text, roughly: enough to see a statement of SQL. */
function literalsOf(source) {
  const text = withoutComments(source);
  return [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

/** Breaches of the law in one file, as sentences. */
export function judge(path, source) {
  const part = PARTS.find(({ files }) => files.test(path));
  if (!part) return [];
  const breaches = [];
  for (const name of importsOf(source)) {
    const bare = name.replace(/\?\w+$/, '');
    if (bare.startsWith('.')) breaches.push(...judgeOwn(path, part, posix.join(posix.dirname(path), bare)));
    else breaches.push(...judgePackage(path, part, bare));
  }
  if (!SQL_ALLOWED.some((allowed) => allowed.test(path)) && literalsOf(source).some((text) => SQL.test(text)))
    breaches.push('SQL outside electron/db and repositories');
  const lines = source.split('\n').length - 1;
  if (lines > MAX_LINES && !LONG_ALLOWED.test(path)) breaches.push(`${lines} lines, more than ${MAX_LINES}`);
  return breaches;
}

function judgeOwn(path, part, target) {
  if (!part.ours.some((allowed) => allowed.test(target))) return [`${part.name} may not import ${target}`];
  const area = /^electron\/modules\/([^/]+)\//.exec(path)?.[1];
  const [, otherArea, file] = /^electron\/modules\/([^/]+)\/(.+)$/.exec(target) ?? [];
  if (area && otherArea && otherArea !== area && !/(?:^|\/)service[\w-]*$/.test(file ?? ''))
    return [`another module is used through its service, not ${target}`];
  return [];
}

function judgePackage(path, part, name) {
  const breaches = [];
  if (part.forbidden(name)) breaches.push(`${part.name} may not import ${name}`);
  else if (name === 'electron' && !/^electron\/(?:hosts\/desktop\/|main\.ts$|preload\.ts$)/.test(path))
    breaches.push('only hosts/desktop and the desktop entries import electron');
  else if (SERVER_MODULES.test(name) && !/^electron\/hosts\/browser\//.test(path))
    breaches.push(`only hosts/browser imports ${name}`);
  return breaches;
}
