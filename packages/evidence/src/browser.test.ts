import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type JsonObject, isJsonObject } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { bundleFrom, gather } from './testing/memory-bundle.ts';
import { document, sampleRegister, scan, verdictOn } from './testing/sample-contract.ts';

const program = fileURLToPath(new URL('./testing/bare-verifier.ts', import.meta.url));

async function inBareRealm(): Promise<JsonObject> {
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program]);
  const answer: unknown = JSON.parse(stdout);
  if (isJsonObject(answer)) return answer;
  throw new TypeError('no answer');
}

test('EVI-29: it answers the same where there is nothing but ECMAScript and UTF-8', async () => {
  const answer = await inBareRealm();
  const log = sampleRegister(300);
  const files = await gather(bundleFrom([log.content()], [scan, document]));
  const here = await verdictOn(files, { key: log.verifierKey });
  expect(here.status).toBe('sound');
  expect(answer['present']).toEqual([]);
  expect(answer['whole']).toEqual(here);
  expect(answer['changed']).toMatchObject({
    status: 'broken',
    damages: [{ code: 'entry-changed', sequence: 0 }, { code: 'entry-malformed' }],
  });
});
