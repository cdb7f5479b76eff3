import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What one run of tests counted. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * The counts of a JSON report of vitest. A test file that could not even be loaded has no tests to
 * count and counts as one that failed; so does a run that failed for any other reason.
 */
function countsOf(report: unknown): Counts {
  if (!isObject(report)) throw new Error('a report is not an object');
  const number = (key: string): number => Number(report[key]);
  const files = Array.isArray(report['testResults']) ? report['testResults'] : [];
  const failed = number('numFailedTests') + files.filter(isBroken).length;
  return {
    passed: number('numPassedTests'),
    failed: failed === 0 && report['success'] !== true ? 1 : failed,
    skipped: number('numPendingTests') + number('numTodoTests'),
  };
}

function isBroken(file: unknown): boolean {
  if (!isObject(file) || file['status'] !== 'failed') return false;
  const results: readonly unknown[] = Array.isArray(file['assertionResults'])
    ? file['assertionResults']
    : [];
  return results.every((result) => !isObject(result) || result['status'] !== 'failed');
}

function reportsIn(directory: string): readonly unknown[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name): unknown => JSON.parse(readFileSync(join(directory, name), 'utf8')));
}

const [, , failedSteps = '0', directory = '.'] = process.argv;
const counts = reportsIn(directory).map(countsOf);
const sum = (key: keyof Counts): number => counts.reduce((total, found) => total + found[key], 0);
const failed = Number(failedSteps) + sum('failed');
process.stdout.write(`${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped\n`);
process.exitCode = failed > 0 || sum('passed') === 0 ? 1 : 0;
