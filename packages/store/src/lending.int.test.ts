import { expect, test } from 'vitest';
import { lendingFrom } from './lending.ts';
import { createTestDatabase } from './testing/index.ts';

test('STO-29: a connection that breaks while it is handed over ends no process', async () => {
  const place = await createTestDatabase();
  const lending = lendingFrom(async () => ({ connectionString: place.url }));
  try {
    const first = await lending.borrow();
    expect(() => first.emit('error', new Error('read ECONNRESET'))).not.toThrow();
    first.release();
    const again = await lending.borrow();
    expect(() => again.emit('error', new Error('read ECONNRESET'))).not.toThrow();
    again.release(true);
  } finally {
    await lending.close();
    await place.close();
  }
});
