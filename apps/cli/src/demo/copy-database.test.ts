import { expect, test } from 'vitest';
import { urlOfDatabase } from './copy-database.ts';

test.each([
  ['postgres://u:p@h:5432/office', 'postgres://u:p@h:5432/copy'],
  ['postgresql://h/office?sslmode=require', 'postgresql://h/copy?sslmode=require'],
  ['postgres://u:p@/office?host=%2Frun&port=1', 'postgres://u:p@/copy?host=%2Frun&port=1'],
  ['postgres://h', 'postgres://h/copy'],
  ['postgres://h?sslmode=require', 'postgres://h/copy?sslmode=require'],
])('CLI-23: %s with another database in it', (url, copy) => {
  expect(urlOfDatabase(url, 'copy')).toBe(copy);
});

test('CLI-23: a DATABASE_URL of another form is named', () => {
  expect(() => urlOfDatabase('host=/run dbname=office', 'copy')).toThrow('DATABASE_URL');
});
