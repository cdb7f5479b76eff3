export { type Reading, countName, countNames } from './readings.ts';
