import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The order of test files: those that take a minute begin first, so that no core waits for one at the end. */
const LONG = ['resilience/kill', 'unit/start', 'integration/members-import', 'contract/router'];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.includes(name));
  return at < 0 ? LONG.length : at;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted
      .map((file, at) => ({ file, at }))
      .sort((a, b) => rank(a.file) - rank(b.file) || a.at - b.at)
      .map(({ file }) => file);
  }
}

const shared = { testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks' } as const;

export default defineConfig({
  plugins: [react()],
  test: {
    globalSetup: ['test/helpers/globalSetup.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'core',
          include: ['test/{unit,contract,migrations,integration,fuzz,resilience}/**/*.test.{ts,tsx}'],
          // One process reads the sources once and runs many files; what a file opens, it closes.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'component', include: ['test/component/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
