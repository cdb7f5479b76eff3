import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificates, createKeys } from '@kanribo/keys';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endText } from '../certificates/ends.ts';
import { withOwnTls } from './serving-tls.ts';

let directory: string;
let certificates: Certificates;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kanribo-tls-'));
  const where = { directory: join(directory, 'keys'), protection: { kind: 'file' } } as const;
  const made = await createKeys(where);
  if (!made.ok) throw new Error(made.error.code);
  certificates = made.value.certificates;
});

afterAll(async () => rm(directory, { recursive: true }));

const isTaken = async (host: string): Promise<boolean> =>
  (await withOwnTls({ host, port: 443 }, certificates)).tls !== undefined;

test('SRV-53: loopback stays plain under a certificate that is for another name', async () => {
  expect(await isTaken('192.168.1.10')).toBe(false);
  const order = { now: new Date(), replace: true };
  await certificates.create({ ...order, hosts: ['kanribo.lan', '192.168.1.10'] });
  expect([await isTaken('192.168.1.10'), await isTaken('0.0.0.0')]).toEqual([true, true]);
  expect([await isTaken('127.0.0.1'), await isTaken('localhost')]).toEqual([false, false]);
  await certificates.create({ ...order, hosts: ['kanribo.lan', 'localhost'] });
  expect([await isTaken('127.0.0.1'), await isTaken('::1')]).toEqual([true, true]);
});

test('SRV-53: of an end is spoken from thirty days before it, and once it has come', () => {
  const end = new Date('2027-12-25T03:00:00Z');
  const at = (now: string) => endText('証明書', end, { now: new Date(now), way: '' });
  expect(at('2027-11-24T03:00:00Z')).toBeUndefined();
  expect(at('2027-11-25T03:00:00Z')).toContain(
    '令和9年（2027年）12月25日に期限が切れます（あと30日）',
  );
  expect(at('2027-12-25T02:59:59Z')).toContain('あと0日');
  expect(at('2027-12-25T03:00:00Z')).toContain('過ぎています');
});
