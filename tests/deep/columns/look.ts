import { type Instance, instanceId, verifyRunning } from '@kanribo/application';
import {
  type ToyTypes,
  caller,
  contractId,
  reopened,
  sha256Stream,
  toyOffice,
  verifySignature,
} from '@kanribo/application/testing';
import type { MemoryKeys } from '@kanribo/application/testing';
import { openDatabase, openStore } from '@kanribo/store';
import { bytesOf } from '../kills/office.ts';

/** The contract all of it is about. */
export const toy = contractId('toy-2026');

/** A life that leaves something in every column: more than a tile, evidence, an erasure. */
export async function live(instance: Instance<ToyTypes>): Promise<void> {
  await instance.openContract(toy, caller(900));
  await instance.recordStart(caller(901), '0.1.0');
  const digest = await instance.keepEvidence(toy, bytesOf('a scan'.repeat(200_000)));
  for (let number = 0; number < 150; number += 1) {
    const command = { account: `a${number % 7}`, amount: 1, note: `memo ${number}`, times: 2 };
    const scanned = number === 5 ? { ...command, scan: `sha256:${digest}` } : command;
    await instance.execute(toy, { ...caller(number), command: scanned });
  }
  await instance.ask(toy, { ...caller(902), question: { balanceOf: 'a1' } });
  await instance.ask(toy, { ...caller(903), question: { balanceOf: 'a2' } });
  await instance.erase(toy, { ...caller(904), sequence: 3, reason: 'request' });
  const signed = await instance.checkpoint(toy);
  if (!signed.ok) throw new Error(signed.error.code);
  await instance.execute(toy, { ...caller(905), command: { account: 'a', amount: 1, note: 'z' } });
}

/** What is found in a database by whoever opens it and verifies what runs in it. */
export async function findingsIn(url: string, keys: MemoryKeys): Promise<readonly string[]> {
  const findings: string[] = [];
  const said = async (use: () => Promise<unknown>): Promise<void> => {
    try {
      const found = await use();
      if (found !== undefined) findings.push(JSON.stringify(found));
    } catch (fault) {
      findings.push(String(fault));
    }
  };
  await said(async () => {
    const database = await openDatabase({ url });
    try {
      const store = openStore(database, (id) => keys.evidenceKey(id));
      const office = toyOffice({ store, keys });
      const verifying = { sha256Stream, verifySignature };
      for (const id of [instanceId, toy]) {
        await said(async () => {
          const { damages } = await verifyRunning(office.tools, id, verifying);
          return damages.length === 0 ? undefined : damages;
        });
      }
      await said(async () => (await reopened(office)).readOnly(toy));
    } finally {
      await database.close();
    }
    return undefined;
  });
  return findings;
}
