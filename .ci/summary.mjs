import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Sums what test runs counted in their JSON reports. A test file that could not even be loaded has
 * no tests to count and counts as one that failed, as does each step that failed before.
 */
function sum(failedSteps, reports) {
  const total = { passed: 0, failed: failedSteps, skipped: 0 };
  for (const report of reports) {
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
    ).length;
    const counted = report.numFailedTests + broken;
    total.passed += report.numPassedTests;
    total.failed += counted === 0 && !report.success ? 1 : counted;
    total.skipped += report.numPendingTests + report.numTodoTests;
  }
  return total;
}

const [, , failedSteps = '0', directory = '.'] = process.argv;
const reports = readdirSync(directory)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')));
const { passed, failed, skipped } = sum(Number(failedSteps), reports);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
