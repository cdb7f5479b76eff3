export { startBare } from './bare.ts';
export { type TestParts, openTestParts, password } from './running.ts';
