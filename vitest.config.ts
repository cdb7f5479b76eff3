import { defineConfig } from 'vitest/config';

const unit = ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'];
const database = ['packages/store/src/testing/global-setup.ts'];
const screens = ['tests/e2e/build-screens.ts'];
/** Beside what they try, but too long for every change. */
const long = ['{apps,packages}/*/src/**/*.deep.test.ts', 'tests/e2e/**/*.deep.test.ts'];
const integration = ['packages/*/src/**/*.int.test.ts', 'apps/*/src/**/*.int.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'tidy', include: ['tests/tidy.test.ts', 'tests/tidy/*.test.ts'] },
      },
      { extends: true, test: { name: 'unit', include: unit, exclude: [...integration, ...long] } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [...integration, 'tests/scenarios/**/*.test.ts'],
          globalSetup: database,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: long,
          globalSetup: screens,
        },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          include: ['tests/deep/**/*.test.ts', ...long],
          globalSetup: [...database, ...screens],
          testTimeout: 1_200_000,
        },
      },
    ],
  },
});
