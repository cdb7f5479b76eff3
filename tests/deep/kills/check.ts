import { rootAt, treeReader, leafHash } from '@kanribo/merkle';
import { entriesOf, sha256, sha256Stream, verifySignature } from '@kanribo/application/testing';
import { type LogKey, type LogStore, instanceId, verifyRunning } from '@kanribo/application';
import { evidenceReferences } from '@kanribo/evidence';
import { appendLeaves, emptyTree } from '@kanribo/merkle';
import { equalBytes, toHex } from '@kanribo/kernel';
import { type Mark, marksOf } from './marks.ts';
import { type Office, accessKey, digestOf, registerKey, toy } from './office.ts';

type Entries = Awaited<ReturnType<typeof entriesOf>>;

const logKeys: readonly LogKey[] = [
  registerKey,
  accessKey,
  { contractId: instanceId, log: 'instance' },
];

/**
 * Compares an instance that was opened again with all that was ever told of it, and says what does
 * not agree: nothing told is missing, nothing is there by half, nothing is there that nobody sent.
 */
export async function breachesOf(
  { tools, instance, keys }: Office,
  marks: readonly Mark[],
): Promise<readonly string[]> {
  const readOnly = await instance.readOnly(toy);
  const register = await entriesOf(tools.store, registerKey);
  const access = await entriesOf(tools.store, accessKey);
  const asked = new Set(access.map(({ facts }) => facts['request']));
  return [
    ...(readOnly === undefined ? [] : [`read-only: ${JSON.stringify(readOnly)}`]),
    ...paymentBreaches(register, marks),
    ...marksOf(marks, 'asked')
      .filter(({ command }) => !asked.has(command))
      .map(({ command }) => `the question ${command} is not in the access log`),
    ...(await releaseBreaches({ store: tools.store, keys }, marks)),
    ...(await evidenceBreaches(tools.store, register, marks)),
    ...(await erasureBreaches(tools.store, register, marks)),
    ...(await verdictBreaches(tools)),
  ];
}

function paymentBreaches(register: Entries, marks: readonly Mark[]): readonly string[] {
  const breaches: string[] = [];
  const begun = new Map(marksOf(marks, 'begun').map((mark) => [mark.command, mark.entries]));
  const found = new Map<string, number>();
  for (const { command, declaration, sequence, ordinal } of register) {
    if (declaration !== 'accounts/paid@1') continue;
    const before = found.get(command) ?? 0;
    if (ordinal !== before) breaches.push(`entry ${sequence} has ordinal ${ordinal}`);
    found.set(command, before + 1);
  }
  for (const [command, entries] of found) {
    if (begun.get(command) !== entries) {
      breaches.push(`${command}: ${entries} entries of ${begun.get(command) ?? 'nothing begun'}`);
    }
  }
  for (const { command, sequence, entries, leafHash: leaf, treeSize } of marksOf(marks, 'paid')) {
    const first = register[sequence];
    const isThere =
      first?.command === command &&
      toHex(leafHash(sha256, first.bytes)) === leaf &&
      register[sequence + entries - 1]?.command === command &&
      treeSize === sequence + entries;
    if (!isThere) breaches.push(`${command}, told of at ${sequence}, is not there`);
  }
  return breaches;
}

async function releaseBreaches(
  { store, keys }: Pick<Office['tools'], 'store' | 'keys'>,
  marks: readonly Mark[],
): Promise<readonly string[]> {
  const breaches: string[] = [];
  for (const key of logKeys) {
    const leaves = (await entriesOf(store, key)).map(({ bytes }) => leafHash(sha256, bytes));
    const { tree, tiles } = appendLeaves(sha256, emptyTree, leaves);
    const full = new Map(tiles.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
    const reader = treeReader(tree, async ({ level, index }) => full.get(`${level}/${index}`));
    const origin = (await store.head(key))?.origin ?? '';
    const guard = await keys.guard(origin);
    if (guard === 'unknown') breaches.push(`the guard of ${origin} is unknown`);
    const signed = guard === undefined || guard === 'unknown' ? { size: 0 } : guard;
    if (signed.size > leaves.length) {
      breaches.push(`${origin}: signed at ${signed.size}, has ${leaves.length}`);
      continue;
    }
    if ('root' in signed && !equalBytes(signed.root, await rootAt(sha256, reader, signed.size))) {
      breaches.push(`${origin}: another root at ${signed.size} than was signed`);
    }
    for (const released of marksOf(marks, 'released').filter(({ log }) => log === key.log)) {
      const { size, root } = released;
      const where = `${origin}: the checkpoint released at ${size}`;
      if (released.origin !== origin) breaches.push(`${where} is of ${released.origin}`);
      if (size > signed.size) breaches.push(`${where} is ahead of the guard`);
      if (size > leaves.length) breaches.push(`${where} is ahead of the log`);
      else if (toHex(await rootAt(sha256, reader, size)) !== root) {
        breaches.push(`${where} has another root`);
      }
    }
  }
  return breaches;
}

async function evidenceBreaches(
  store: Office['tools']['store'],
  register: Entries,
  marks: readonly Mark[],
): Promise<readonly string[]> {
  const named = register.flatMap(({ facts }) => evidenceReferences(facts));
  const kept = marksOf(marks, 'kept').map(({ digest }) => digest);
  const breaches: string[] = [];
  for (const digest of new Set([...kept, ...named])) {
    const chunks = await store.evidence(toy, digest);
    if (chunks === undefined) {
      breaches.push(`evidence ${digest} is not there`);
      continue;
    }
    let text = '';
    for await (const chunk of chunks) text += Buffer.from(chunk).toString();
    if (digestOf(text) !== digest) breaches.push(`evidence ${digest} reads ${text}`);
  }
  return breaches;
}

/** What is declared erased is gone once the contract was opened, and nothing else is. */
async function erasureBreaches(
  store: LogStore,
  register: Entries,
  marks: readonly Mark[],
): Promise<readonly string[]> {
  const declared = new Set<number>();
  for (const { declaration, facts } of register) {
    const { sequence } = facts;
    if (declaration === 'log/erased@1' && typeof sequence === 'number') declared.add(sequence);
  }
  const left = new Set<number>();
  const all = { from: 0, to: register.length };
  for await (const batch of store.particulars(registerKey, all)) {
    for (const { sequence } of batch) left.add(sequence);
  }
  return [
    ...marksOf(marks, 'erased')
      .filter(({ sequence }) => !declared.has(sequence))
      .map(({ sequence }) => `the erasure of ${sequence} is not there`),
    ...register
      .filter(({ sequence, particulars }) => {
        const isDue = particulars !== null && !declared.has(sequence);
        return left.has(sequence) !== isDue;
      })
      .map(
        ({ sequence }) => `particulars of ${sequence} are ${left.has(sequence) ? '' : 'not '}there`,
      ),
  ];
}

async function verdictBreaches(tools: Office['tools']): Promise<readonly string[]> {
  const breaches: string[] = [];
  for (const id of [toy, instanceId]) {
    const { damages } = await verifyRunning(tools, id, { sha256Stream, verifySignature });
    breaches.push(...damages.map((damage) => JSON.stringify(damage)));
  }
  return breaches;
}
