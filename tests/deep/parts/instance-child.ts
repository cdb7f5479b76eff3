import { openInstance, verifyRunning } from '@kanribo/application';
import {
  caller,
  contractId,
  newInstance,
  sha256Stream,
  toyOffice,
  verifySignature,
} from '@kanribo/application/testing';
import { createKeys, openKeys } from '@kanribo/keys';
import { openDatabase, openStore } from '@kanribo/store';

const [url = '', directory = '', step = '', occurrence = '1'] = process.argv.slice(2);
const toy = contractId('toy-2026');

const opened = await openKeys({ directory });
const keys = opened.ok ? opened : await createKeys({ directory, protection: { kind: 'file' } });
if (!keys.ok) throw new Error(keys.error.code);

let seen = 0;
const database = await openDatabase({ url });
const store = openStore(database, (id) => keys.value.evidenceKey(id));
const office = toyOffice({
  store,
  keys: keys.value,
  seed: process.pid,
  onStep: (reached) => {
    if (reached !== step) return;
    seen += 1;
    if (seen === Number(occurrence)) process.kill(process.pid, 'SIGKILL');
  },
});

/** Says what was acknowledged; written out before anything else happens. */
function acknowledge(what: string): void {
  process.stdout.write(`${what}\n`);
}

async function* scan(): AsyncIterable<Uint8Array> {
  yield Buffer.alloc(200_000, 'scan');
}

const instance = await openOrCreate();
await instance.openContract(toy, caller(900));
const digest = await instance.keepEvidence(toy, scan());
for (let number = 0; number < 12; number += 1) {
  const command = { account: 'a', amount: number, note: `note ${number}`, times: 1 + (number % 2) };
  const scanned = number === 5 ? { ...command, scan: `sha256:${digest}` } : command;
  const paid = await instance.execute(toy, { ...caller(number), command: scanned });
  if (paid.ok) acknowledge(`${number} ${paid.value.sequence} ${paid.value.leafHash}`);
}
await instance.ask(toy, { ...caller(901), question: { balanceOf: 'a' } });
await instance.erase(toy, { ...caller(902), sequence: 1, reason: 'request' });
const signed = await instance.checkpoint(toy);
if (signed.ok) acknowledge(`signed ${signed.value.register.size}`);
else acknowledge(`refused ${signed.error.code}`);
const verdict = await verifyRunning(office.tools, toy, { sha256Stream, verifySignature });
acknowledge(`verdict ${verdict.status} ${verdict.damages.map(({ code }) => code).join()}`);
await database.close();

async function openOrCreate() {
  const found = await openInstance(office.tools);
  return found.ok ? found.value : newInstance(office);
}
