/** Every area has a flow through the window in both hosts: each spec has a test for Electron too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const folder = resolve('test/e2e');
const WHOLE = /-(?:browser|desktop)\.spec\.ts$|^(?:hosts|security)\.spec\.ts$/;

it.each(readdirSync(folder).filter((name) => name.endsWith('.spec.ts') && !WHOLE.test(name)))(
  '%s has a test tagged @desktop',
  (name) => {
    expect(readFileSync(join(folder, name), 'utf8')).toContain("tag: '@desktop'");
  },
);
