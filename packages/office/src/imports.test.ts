import { createInstance, openInstance, rebuild, verifyRunning } from '@kanribo/application';
import {
  HandClock,
  MemoryKeys,
  MemoryStore,
  commandId,
  contractId,
  copyBundle,
  seededRandom,
  sha256,
  sha256Stream,
  verifySignature,
} from '@kanribo/application/testing';
import type { ManyCommands } from '@kanribo/domain';
import { verify } from '@kanribo/evidence';
import { expect, test } from 'vitest';
import { rules } from './contract-domain.ts';

const alpha = contractId('alpha');
const verifying = { sha256Stream, verifySignature };
const caller = (number: number) => ({ id: commandId(number), actor: 'set-up' });

const setUp = {
  title: '見本業務委託',
  client: '見本区',
  clientAddressee: '見本区長',
  contractor: '見本株式会社',
  contractorAddress: '見本区見本一丁目1番1号',
  contractorRepresentative: '代表取締役 見本一郎',
  clientReference: '見本発第1号',
  handlesAffairs: true,
  usesExternalServices: false,
  providesExternalServices: false,
  severalDepartments: false,
  worksAtClientPremises: false,
  promptDays: 7,
  recordWithinDays: 1,
};

function office() {
  const clock = new HandClock();
  const [store, keys] = [new MemoryStore(), new MemoryKeys()];
  return { store, keys, clock, random: seededRandom(1), sha256, rules };
}

test('SRV-80: a bundle with an import verifies, and the register is made again from it', async () => {
  const tools = office();
  const made = await createInstance(tools, 'test.example');
  if (!made.ok) throw new Error(made.error.code);
  const instance = made.value;
  await instance.openContract(alpha, caller(1));
  const now = tools.clock.now();
  const about = { case: null, occurredAt: now, falseAlarms: [] };
  const year = Number(now.slice(0, 4));
  const [startsOn, endsOn] = [`${year}-01-01`, `${year}-12-31`];
  const values = { ...setUp, startsOn, endsOn, handlingFrom: startsOn };
  const begins = { ...about, declaration: 'contract', step: 'set-up', values };
  expect(await instance.execute(alpha, { ...caller(2), command: begins })).toMatchObject({
    ok: true,
  });
  const row = (line: number, name: string) => {
    const command = { ...about, declaration: 'place', step: 'recorded' };
    return {
      row: line,
      life: [{ ...command, values: { name, kind: 'other' } }],
      isTimeStated: true,
    } as const;
  };
  const file = { name: '場所.xlsx', sheet: null, digest: 'd'.repeat(64) };
  const rows = [row(4, '倉庫'), row(5, '書庫')] as const;
  const command: ManyCommands = {
    declaration: 'place',
    file,
    rows: [...rows],
    repeats: [],
    seen: 0,
  };
  const brought = await instance.execute(alpha, { ...caller(3), command });
  expect(brought).toMatchObject({ ok: true, value: { subject: 'import-1', entries: 3 } });
  const exported = await instance.exportBundle(alpha, copyBundle);
  if (!exported.ok) throw new Error(JSON.stringify(exported.error));
  const bundle = exported.value;
  const verdict = await verify(bundle, { sha256, ...verifying });
  expect(verdict.damages).toEqual([]);
  const entries = Buffer.from(bundle.files.get('register/entries.jsonl') ?? []).toString();
  expect(entries).toContain('"source":{"import":"import-1","row":5}');
  expect(entries).not.toContain('場所.xlsx');
  const there = { ...tools, store: new MemoryStore() };
  const rebuilt = await rebuild(there, bundle, { ...verifying, person: 'set-up' });
  expect(rebuilt).toMatchObject({ ok: true });
  expect((await verifyRunning(there, alpha, verifying)).damages).toEqual([]);
  const again = await openInstance(there);
  if (!again.ok) throw new Error(again.error.code);
  const asked = { ...caller(4), question: { kind: 'case', case: 'place-2' } } as const;
  expect(await again.value.ask(alpha, asked)).toMatchObject({
    value: { case: { steps: [{ source: { import: 'import-1', row: 5 } }] } },
  });
});
