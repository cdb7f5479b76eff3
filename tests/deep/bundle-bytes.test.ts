import { verify } from '@kanribo/evidence';
import {
  type CopiedBundle,
  copyBundle,
  newInstance,
  seededRandom,
  sha256,
  sha256Stream,
  toyOffice,
  verifySignature,
} from '@kanribo/application/testing';
import { expect, test } from 'vitest';
import { live, toy } from './columns/look.ts';

const changesInEach = 150;
const key = 'test.example/toy-2026/register/0';

/** What is done to a file at a place. */
const changes: Readonly<Record<string, (bytes: Uint8Array, place: number) => Uint8Array>> = {
  flipped: (bytes, place) => bytes.with(place, (bytes[place] ?? 0) ^ 1),
  'taken out': (bytes, place) =>
    Uint8Array.from([...bytes.subarray(0, place), ...bytes.subarray(place + 1)]),
  'put in': (bytes, place) =>
    Uint8Array.from([...bytes.subarray(0, place), 0x61, ...bytes.subarray(place)]),
};

/** The bundle with one file changed, and without it where nothing of it is given. */
function withFile(bundle: CopiedBundle, name: string, bytes: Uint8Array | undefined): CopiedBundle {
  const files = new Map(bundle.files);
  if (bytes === undefined) files.delete(name);
  else files.set(name, bytes);
  return {
    files,
    async *names() {
      yield* files.keys();
    },
    async *read(wanted) {
      const found = files.get(wanted);
      if (found !== undefined) yield found;
    },
  };
}

/** The one statement of a bundle that nothing proves: when it was made. */
function isMadeAt(name: string, bytes: Uint8Array, place: number): boolean {
  if (name !== 'manifest.json') return false;
  const text = Buffer.from(bytes).toString();
  const from = text.indexOf('"madeAt":"');
  return place >= from && place < text.indexOf('"', from + '"madeAt":"'.length);
}

/** A manifest that states another head than the checkpoint is told of by this code. */
const synonymsOf = (name: string): readonly string[] =>
  name === 'manifest.json' ? ['"checkpoint-differs"'] : [];

async function exported(): Promise<{ readonly bundle: CopiedBundle; readonly filed: string }> {
  const office = toyOffice();
  const instance = await newInstance(office);
  await live(instance);
  const bundle = await instance.exportBundle(toy, copyBundle);
  if (!bundle.ok) throw new Error(bundle.error.code);
  return { bundle: bundle.value, filed: (await office.keys.verifierKey(toy, key)) ?? '' };
}

test('SUR-7: a change of any byte of any file of a bundle breaks it, and is named', async () => {
  const { bundle, filed } = await exported();
  const verifying = { sha256, sha256Stream, verifySignature, key: filed };
  expect(await verify(bundle, verifying)).toMatchObject({ status: 'sound', damages: [] });
  const random = seededRandom(20_261_123);
  const wrong: string[] = [];
  const report: string[] = [];
  const look = async (name: string, changed: Uint8Array | undefined, what: string) => {
    const { status, damages } = await verify(withFile(bundle, name, changed), verifying);
    const text = JSON.stringify(damages);
    const [log = name] = name.split('/');
    const isNamed = [`"${name}"`, `"log":"${log}"`, ...synonymsOf(name)].some((place) =>
      text.includes(place),
    );
    if (status !== 'broken' || !isNamed) wrong.push(`${what}: ${status} ${text}`);
  };
  for (const [name, bytes] of bundle.files) {
    await look(name, undefined, `${name} taken away`);
    let count = 0;
    for (let at = 0; at < Math.min(changesInEach, bytes.length); at += 1) {
      const [high = 0, middle = 0, low = 0, kind = 0] = random.bytes(4);
      const place = at === 0 ? 0 : (high * 65_536 + middle * 256 + low) % bytes.length;
      const [how = '', change = changes['flipped']] = Object.entries(changes)[kind % 3] ?? [];
      const changed = change?.(bytes, place);
      if (isMadeAt(name, bytes, place) || Buffer.compare(changed ?? bytes, bytes) === 0) continue;
      await look(name, changed, `${name}, byte ${place} ${how}`);
      count += 1;
    }
    report.push(`  ${name}: ${count} of ${bytes.length} bytes\n`);
  }
  process.stdout.write(`${bundle.files.size} files, changed in\n${report.join('')}`);
  expect(wrong).toEqual([]);
});
