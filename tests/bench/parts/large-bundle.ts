import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Entry,
  commitParticulars,
  encodeEntry,
  entriesName,
  formatManifest,
  formatParticularsLine,
  manifestName,
  particularsName,
} from '@kanribo/evidence';
import {
  canonicalText,
  momentOf,
  parseCommandId,
  parseContractId,
  toBase64,
  utf8,
} from '@kanribo/kernel';
import {
  type Tree,
  appendLeaves,
  emptyTree,
  leafHash,
  rootOf,
  tilePath,
  tilesOf,
  treeReader,
} from '@kanribo/merkle';
import { sha256 } from '@kanribo/application/testing';

const origin = 'kanribo.example/nerima-2026/register/0';
const groupSize = 1_000;
const start = Date.UTC(2026, 3, 1);

/** Writes the bundle of an unsigned register of `size` entries, each second one with particulars. */
export async function writeLargeBundle(folder: string, size: number): Promise<void> {
  await mkdir(join(folder, 'register'), { recursive: true });
  const entries = await open(join(folder, entriesName('register')), 'w');
  const particulars = await open(join(folder, particularsName('register')), 'w');
  const tiles = new Map<string, Uint8Array>();
  let tree = emptyTree;
  for (let from = 0; from < size; from += groupSize) {
    const group = Array.from({ length: Math.min(groupSize, size - from) }, (_, at) =>
      draft(from + at),
    );
    await entries.write(group.map(({ entry }) => `${entry}\n`).join(''));
    await particulars.write(group.map(({ line }) => line).join(''));
    const leaves = group.map(({ entry }) => leafHash(sha256, utf8(entry)));
    const appended = appendLeaves(sha256, tree, leaves);
    for (const { level, index, hashes } of appended.tiles) tiles.set(`${level}/${index}`, hashes);
    tree = appended.tree;
  }
  await Promise.all([entries.close(), particulars.close()]);
  await writeTiles(folder, tree, tiles);
  await writeFile(join(folder, manifestName), manifestOf(tree));
}

function draft(sequence: number): { readonly entry: string; readonly line: string } {
  const text = canonicalText({
    address: '東京都練馬区豊玉北六丁目',
    remark: `持ち出し ${sequence}`,
  });
  const salted = { salt: sha256(utf8(`${sequence}`)).subarray(0, 16), text };
  const isKept = sequence % 2 === 0;
  const command = parseCommandId(sequence.toString(16).padStart(32, '0'));
  if (!command.ok) throw new RangeError(`${sequence}`);
  const entry: Entry = {
    format: 1,
    sequence,
    recordedAt: momentOf(start + sequence * 1_000),
    actor: `person-${sequence % 50}`,
    command: command.value,
    ordinal: 0,
    declaration: 'take-out/entered@1',
    duties: [['take-out-register', '20(5)']],
    facts: {
      case: `take-out-${sequence}`,
      count: sequence % 250,
      place: 'place-3',
      thing: 'thing-77',
    },
    particulars: isKept ? commitParticulars(sha256, salted) : null,
  };
  const line = isKept ? `${formatParticularsLine({ ...salted, sequence })}\n` : '';
  return { entry: encodeEntry(entry), line };
}

async function writeTiles(
  folder: string,
  tree: Tree,
  tiles: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const reader = treeReader(tree, async ({ level, index }) => tiles.get(`${level}/${index}`));
  for (const place of tilesOf(tree.frontier.size)) {
    const file = join(folder, 'register', tilePath(place));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, (await reader.tile(place)) ?? new Uint8Array(0));
  }
}

function manifestOf({ frontier }: Tree): string {
  const contract = parseContractId('nerima-2026');
  if (!contract.ok) throw new RangeError(contract.error);
  const root = toBase64(rootOf(sha256, frontier));
  const log = { log: 'register', origin, size: frontier.size, root, shared: 'whole' } as const;
  const title = { format: 1, instance: 'kanribo.example', contract: contract.value } as const;
  return formatManifest({ ...title, madeAt: momentOf(start), logs: [log] });
}
