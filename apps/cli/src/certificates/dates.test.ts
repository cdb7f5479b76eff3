import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyDirectory, createKeys } from '@kanribo/keys';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificateDates, datesText, endProblems } from './dates.ts';

let directory: string;
let keys: KeyDirectory;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kanribo-dates-'));
  const where = { directory: join(directory, 'keys'), protection: { kind: 'file' } } as const;
  const made = await createKeys(where);
  if (!made.ok) throw new Error(made.error.code);
  keys = made.value;
});

afterAll(async () => rm(directory, { recursive: true }));

test('CLI-31: doctor names the dates of the certificates, and says what to do before each end', async () => {
  const none = await certificateDates(keys.certificates);
  expect([none, endProblems(none, new Date())]).toEqual([null, []]);
  expect(datesText(none)).toContain('kanribo keys tls create');
  const now = new Date('2026-11-23T03:00:00Z');
  await keys.certificates.create({ hosts: ['kanribo.lan'], now, replace: false });
  const dates = await certificateDates(keys.certificates);
  expect(datesText(dates)).toBe(
    'kanribo.lan サーバー 令和9年（2027年）12月24日まで、認証局 令和18年（2036年）11月21日まで',
  );
  const said = (day: string) => endProblems(dates, new Date(`${day}T03:00:00Z`)).join();
  expect(said('2027-11-23')).toBe('');
  expect(said('2027-11-24')).toMatch(/^サーバー証明書は.*（あと30日）.*kanribo keys tls renew/u);
  expect(said('2027-12-25')).toMatch(/^サーバー証明書の期限.*過ぎています/u);
  expect(said('2036-11-01')).toMatch(/^認証局は.*（あと20日）.*--replace/u);
  expect(endProblems({ names: [], authorityEnds: '2036-01-01', serverEnds: null }, now)).toEqual([
    'サーバー証明書がありません。kanribo keys tls renew を実行し、サーバーを起動し直してください。',
  ]);
});
