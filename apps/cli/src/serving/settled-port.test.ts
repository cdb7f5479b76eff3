import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { withSettledPort } from './settled-port.ts';

test('SRV-95: a port that the system is to choose is chosen, free and another one each time', async () => {
  const asked = { host: '127.0.0.1', port: 0 };
  const { port } = await withSettledPort(asked);
  expect(port).toBeGreaterThan(0);
  const holder = createServer().listen(port, asked.host);
  await once(holder, 'listening');
  expect((await withSettledPort(asked)).port).not.toBe(port);
  holder.close();
});

test('SRV-95: a port that was named is kept, and an address of another machine is not settled', async () => {
  expect(await withSettledPort({ host: '127.0.0.1', port: 8080 })).toMatchObject({ port: 8080 });
  expect(await withSettledPort({ host: '192.0.2.1', port: 0 })).toMatchObject({ port: 0 });
});
