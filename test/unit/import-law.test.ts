import { describe, expect, it } from 'vitest';
import { importsOf, judge } from '../../build/lint/law.mjs';

const BROKEN: [string, string, string, RegExp][] = [
  [
    'shared uses Node',
    'shared/text/fold.ts',
    "import { readFileSync } from 'node:fs';",
    /shared may not import node:fs/,
  ],
  [
    'shared uses Node by its old name',
    'shared/text/fold.ts',
    "import fs from 'fs/promises';",
    /may not import fs/,
  ],
  ['shared uses React', 'shared/domain/x.ts', "import { useState } from 'react';", /may not import react/],
  [
    'shared reaches into the core',
    'shared/contract/x.ts',
    "import type { Db } from '../../electron/db/database';",
    /may not import electron\/db/,
  ],
  [
    'the renderer reaches into the core',
    'renderer/features/members/a.tsx',
    "import { x } from '../../../electron/core';",
    /renderer may not import electron\/core/,
  ],
  [
    'the renderer reaches in lazily',
    'renderer/app/a.ts',
    "const x = await import('../../electron/core');",
    /may not import electron\/core/,
  ],
  [
    'the renderer uses Node',
    'renderer/app/a.ts',
    "import path from 'node:path';",
    /may not import node:path/,
  ],
  [
    'the renderer uses Electron',
    'renderer/app/a.ts',
    "import { ipcRenderer } from 'electron';",
    /may not import electron/,
  ],
  [
    'the renderer re-exports SQLite',
    'renderer/app/a.ts',
    "export { default } from 'better-sqlite3';",
    /may not import better-sqlite3/,
  ],
  [
    'a service uses another repository',
    'electron/modules/awards/service.ts',
    "import { getMember } from '../members/repository';",
    /through its service/,
  ],
  [
    'a nested file uses another repository',
    'electron/modules/members/import/service.ts',
    "import { x } from '../../events/figuresRepository';",
    /through its service/,
  ],
  [
    'a service uses another module’s inside',
    'electron/modules/awards/service.ts',
    "import { x } from '../members/conditions';",
    /through its service/,
  ],
  [
    'a service opens SQLite',
    'electron/modules/awards/service.ts',
    "import Database from 'better-sqlite3';",
    /may not import better-sqlite3/,
  ],
  [
    'a service uses a host',
    'electron/modules/awards/service.ts',
    "import { x } from '../../hosts/gate';",
    /may not import electron\/hosts/,
  ],
  ['the core uses Electron', 'electron/core.ts', "import { app } from 'electron';", /only hosts\/desktop/],
  [
    'the browser entry uses Electron',
    'electron/serve.ts',
    "const { app } = require('electron');",
    /only hosts\/desktop/,
  ],
  [
    'a module serves HTTP',
    'electron/modules/awards/service.ts',
    "import http from 'node:http';",
    /only hosts\/browser/,
  ],
  [
    'the desktop host serves HTTP',
    'electron/hosts/desktop/x.ts',
    "import { createServer } from 'http';",
    /only hosts\/browser/,
  ],
  [
    'documents know the store',
    'electron/documents/pdf.ts',
    "import { wrapDatabase } from '../db/database';",
    /documents may not import/,
  ],
  [
    'the core uses the page',
    'electron/core.ts',
    "import { x } from '../renderer/ui/keys';",
    /may not import renderer/,
  ],
  [
    'SQL in a service',
    'electron/modules/awards/service.ts',
    'const q = `SELECT id FROM award`;',
    /SQL outside/,
  ],
  ['SQL over lines', 'electron/core.ts', 'db.run(`\n  INSERT INTO audit (at)\n VALUES (?)`);', /SQL outside/],
  ['SQL that updates', 'electron/jobs/x.ts', "db.run('UPDATE member SET name = ?');", /SQL outside/],
  ['SQL that deletes', 'electron/documents/x.ts', "db.run('DELETE FROM member');", /SQL outside/],
  [
    'SQL with a named part',
    'electron/modules/a/service.ts',
    'x(`WITH RECURSIVE t (n) AS (SELECT 1)`);',
    /SQL outside/,
  ],
  ['a pragma', 'electron/core.ts', "db.exec('PRAGMA synchronous = OFF');", /SQL outside/],
  ['a file that needs scrolling', 'electron/core.ts', 'x();\n'.repeat(401), /401 lines/],
];

const KEPT: [string, string, string][] = [
  ['a repository with SQL', 'electron/modules/awards/repository.ts', 'db.all(`SELECT id FROM award`);'],
  [
    'a repository of a part',
    'electron/modules/members/figuresRepository.ts',
    'db.all(`SELECT id FROM member`);',
  ],
  ['db with SQL', 'electron/db/audit.ts', 'db.run(`INSERT INTO audit (at) VALUES (?)`);'],
  ['a service and its repository', 'electron/modules/awards/service.ts', "import { x } from './repository';"],
  [
    'a service and another service',
    'electron/modules/awards/service.ts',
    "import { x } from '../members/service';",
  ],
  [
    'a service and the domain',
    'electron/modules/awards/service.ts',
    "import { x } from '../../../shared/domain/dates';",
  ],
  [
    'the desktop host and Electron',
    'electron/hosts/desktop/window.ts',
    "import { BrowserWindow } from 'electron';",
  ],
  [
    'the browser host and HTTP',
    'electron/hosts/browser/server.ts',
    "import { createServer } from 'node:http';",
  ],
  [
    'the renderer and shared',
    'renderer/app/a.tsx',
    "import { contract } from '../../shared/contract';\nimport { Button } from 'antd';",
  ],
  [
    'a word that looks like SQL',
    'electron/modules/a/service.ts',
    "const label = 'Select a file from the list';",
  ],
  [
    'a comment that names an import',
    'shared/text/a.ts',
    "// import x from 'node:fs'\n/* require('electron') */\nexport {};",
  ],
  ['a text that is no import', 'electron/core.ts', "throw new Error('from electron');"],
];

describe('the import law', () => {
  it.each(BROKEN)('is broken when %s', (_name, path, source, expected) => {
    expect(judge(path, source).join('\n')).toMatch(expected);
  });
  it.each(KEPT)('allows %s', (_name, path, source) => {
    expect(judge(path, source)).toEqual([]);
  });
  it('sees every kind of import', () => {
    const source = `import 'a';
import b from 'b';
import type { C } from 'c';
import {
  d,
} from "d";
export * from 'e';
export { f } from 'f';
const g = await import('g');
const h = require('h');`;
    expect(importsOf(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });
});
