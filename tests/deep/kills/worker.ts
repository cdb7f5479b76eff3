import { type Payment, caller } from '@kanribo/application/testing';
import type { Result } from '@kanribo/kernel';
import { toHex } from '@kanribo/kernel';
import { live, pass, persistently, place, seed, tell } from './life.ts';
import { type Office, bytesOf, openOffice, toy } from './office.ts';

function expectDone<T>(what: string, result: Result<T, { readonly code: string }>): T | undefined {
  if (result.ok) return result.value;
  tell({ kind: 'wrong', what: `${what}: ${JSON.stringify(result.error)}` });
  return undefined;
}

async function pay({ instance }: Office, number: number, payment: Payment): Promise<number> {
  const by = caller(seed * 1000 + number);
  tell({ kind: 'begun', command: by.id, entries: payment.times ?? 1 });
  const command = payment;
  const answer = await persistently(() => instance.execute(toy, { ...by, command }));
  const paid = expectDone('payment', answer);
  if (paid === undefined) return 0;
  const { sequence, entries, leafHash, treeSize } = paid;
  tell({ kind: 'paid', command: by.id, sequence, entries, leafHash, treeSize });
  return sequence;
}

async function payWithScan(office: Office, number: number): Promise<void> {
  const text = `scan ${seed} ${number}`;
  const digest = await persistently(() => office.instance.keepEvidence(toy, bytesOf(text)));
  tell({ kind: 'kept', digest, text });
  await pay(office, number, { account: 'scanned', amount: 1, scan: `sha256:${digest}` });
}

async function ask({ instance }: Office, number: number): Promise<void> {
  const by = caller(seed * 1000 + number);
  const question = { balanceOf: 'a' };
  expectDone('question', await persistently(() => instance.ask(toy, { ...by, question })));
  tell({ kind: 'asked', command: by.id });
}

async function checkpoint({ instance }: Office): Promise<void> {
  const signed = expectDone('checkpoint', await persistently(() => instance.checkpoint(toy)));
  if (signed === undefined) return;
  for (const { log, origin, size, root } of [signed.register, signed.access, signed.instance]) {
    tell({ kind: 'released', log, origin, size, root: toHex(root) });
  }
}

async function erase({ instance }: Office, number: number, sequence: number): Promise<void> {
  const erasure = { ...caller(seed * 1000 + number), sequence, reason: 'request' };
  expectDone('erasure', await persistently(() => instance.erase(toy, erasure)));
  tell({ kind: 'erased', sequence });
}

/** A day's work: every kind of write, some of them at once. */
async function work(office: Office): Promise<void> {
  const noted = await pay(office, 1, { account: 'a', amount: 5, note: `memo ${seed}`, times: 3 });
  await Promise.all([
    pay(office, 2, { account: 'a', amount: 1, note: 'beside it', times: 2 }),
    pay(office, 3, { account: 'b', amount: 2 }),
    payWithScan(office, 4),
    ask(office, 5),
  ]);
  await checkpoint(office);
  await Promise.all([
    erase(office, 6, noted),
    payWithScan(office, 7),
    pay(office, 8, { account: 'a', amount: -3, note: 'out', times: 4 }),
  ]);
  await checkpoint(office);
  await ask(office, 9);
}

await live(async (told) => {
  const office = await openOffice(place, {
    seed,
    onStep: pass,
    onKeysStep: (step) => pass(step === 'checkpoint-guarded' ? 'guard-fsynced' : step),
  });
  tell({ kind: 'ready' });
  await told;
  await work(office);
});
