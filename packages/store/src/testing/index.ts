export { type TableColumn, tableColumns } from './columns.ts';
export { type TestDatabase, createTestDatabase } from './test-database.ts';
export { type Cut, type Wire, openWire } from './wire.ts';
