import { sha256Stream, verifySignature } from '@kanribo/application/testing';
import { verify } from '@kanribo/evidence';
import { fromHex } from '@kanribo/kernel';
import { leafHash, parseTypedCode, verifyInclusion } from '@kanribo/merkle';
import { extract } from 'tar-stream';
import { expect, test } from 'vitest';
import { at } from './testing/at.ts';
import { Browser } from './testing/browser.ts';
import { password } from './testing/running.ts';
import { freshId } from './testing/sample-contract.ts';
import { api, servedForTests } from './testing/served.ts';

const served = servedForTests();

const now = () => served.opened.parts.clock.now();
const place = (name: string) => ({
  declaration: 'place',
  step: 'recorded',
  case: null,
  occurredAt: now(),
  values: { name, kind: 'handling-area' },
});
const key = () => ({ 'idempotency-key': freshId() });

test('SRV-4: from the password over the second factor to the duty map', async () => {
  const browser = new Browser(served.app);
  expect((await browser.get('/api/v1/session')).json()).toEqual({ state: 'signed-out' });
  const wrong = await browser.send('POST', '/api/v1/session', {
    signInId: 'manager',
    password: 'x',
  });
  expect([wrong.status, at(wrong.json(), 'code')]).toEqual([401, 'sign-in-refused']);
  const first = { signInId: 'manager', password };
  expect((await browser.send('POST', '/api/v1/session', first)).json()).toEqual({
    state: 'pending',
    factors: ['totp', 'recovery-code'],
  });
  expect((await browser.get(api('/duty-map'))).status).toBe(401);
  const code = served.opened.code('manager');
  await browser.send('POST', '/api/v1/session/totp', { code });
  const twice = await Browser.pending(served.app, 'manager');
  const again = await twice.send('POST', '/api/v1/session/totp', { code });
  expect([again.status, at(again.json(), 'detail')]).toEqual([401, 'code-used']);
  expect((await browser.get('/api/v1/session')).json()).toMatchObject({
    state: 'signed-in',
    bindings: [{ contract: 'alpha', person: 'person-3', roles: ['manager'] }],
  });
  const map = await browser.get(api('/duty-map'));
  expect(at(map.json(), 'standings', 2)).toMatchObject({ duty: 'chief-officer', clause: '6' });
  await browser.send('DELETE', '/api/v1/session');
  expect((await browser.get(api('/duty-map'))).status).toBe(401);
});

test('SRV-4: the cookie is out of reach of scripts and of other sites', async () => {
  const answer = await served.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { host: 'localhost', origin: 'http://localhost', 'x-kanribo': '1' },
    payload: { signInId: 'manager', password },
  });
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^kanribo=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
});

test('SRV-5: a command sent twice is recorded once, and answers the same', async () => {
  const headers = key();
  const first = await served.manager.send('POST', api('/commands'), place('作業室B'), headers);
  const second = await served.manager.send('POST', api('/commands'), place('作業室B'), headers);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.json()).toEqual({ ...Object(first.json()), repeated: true });
  const nameless = await served.manager.send('POST', api('/commands'), place('作業室B'));
  expect([nameless.status, at(nameless.json(), 'field')]).toEqual([400, 'Idempotency-Key']);
});

test('SRV-3: two people who change one case never overwrite each other', async () => {
  const id = 'person-6';
  const shown = await served.manager.get(api(`/cases/${id}`));
  const version = String(shown.headers['etag']);
  expect(version).toBe(`"${String(at(shown.json(), 'case', 'version'))}"`);
  const values = { name: '見本 二郎' };
  const change = { ...place(''), declaration: 'person', step: 'changed', case: id, values };
  const blind = await served.manager.send('POST', api('/commands'), change, key());
  expect([blind.status, at(blind.json(), 'field')]).toEqual([400, 'If-Match']);
  // What others record elsewhere disturbs nobody.
  await served.manager.send('POST', api('/commands'), place('作業室E'), key());
  const good = await served.manager.send('POST', api('/commands'), change, {
    ...key(),
    'if-match': version,
  });
  expect(good.status, good.text).toBe(200);
  const late = await served.manager.send('POST', api('/commands'), change, {
    ...key(),
    'if-match': version,
  });
  expect([late.status, at(late.json(), 'code')]).toEqual([409, 'changed-meanwhile']);
  const again = await served.manager.get(api(`/cases/${id}`));
  expect(at(again.json(), 'case', 'particulars')).toMatchObject({ name: '見本 二郎' });
  expect(at(again.json(), 'names', 'person-3')).toBe('見本 三郎');
});

test('SRV-6: a refusal says duty, clause, a sentence and the way out; a misfit says why', async () => {
  const handler = await Browser.signedIn(served.app, served.opened, 'handler');
  const appointing = {
    declaration: 'manager',
    step: 'appointed',
    case: null,
    occurredAt: now(),
    values: { person: 'person-6', from: now().slice(0, 10) },
  };
  const refused = await handler.send('POST', api('/commands'), appointing, key());
  expect(refused.status).toBe(403);
  expect(refused.json()).toMatchObject({
    code: 'not-allowed',
    duty: 'manager',
    clause: '8',
    house: true,
  });
  expect(at(refused.json(), 'wayOut', 0)).toContain('総括責任者');
  const chief = await Browser.signedIn(served.app, served.opened, 'chief-officer');
  const audit = { ...appointing, values: { ...appointing.values, person: 'person-2' } };
  const separated = await chief.send('POST', api('/commands/try'), audit);
  expect(separated.json()).toMatchObject({
    code: 'refused',
    detail: 'audit-officer-holds',
    clause: '7',
  });
  expect(separated.status).toBe(403);
  expect(at(separated.json(), 'message')).toContain('見本 二郎');
  expect(separated.text).not.toContain('person-2');
  const unfit = await served.manager.send(
    'POST',
    api('/commands'),
    { ...place('x'), step: 'moved-away' },
    key(),
  );
  expect([unfit.status, at(unfit.json(), 'code')]).toEqual([422, 'misfit']);
});

test('SRV-7: who holds which office changes only shortly after a proof of who asks', async () => {
  const chief = await Browser.signedIn(served.app, served.opened, 'chief-officer');
  served.opened.clock.advance(16 * 60_000);
  const values = { person: 'person-6', from: now().slice(0, 10) };
  const order = {
    declaration: 'manager',
    step: 'appointed',
    case: null,
    occurredAt: now(),
    values,
  };
  const stale = await chief.send('POST', api('/commands'), order, key());
  expect([stale.status, at(stale.json(), 'code')]).toEqual([403, 'reauthentication-needed']);
  const proof = { password, code: served.opened.code('chief-officer') };
  const proved = await chief.send('POST', '/api/v1/session/reauthenticate', proof);
  expect(proved.status, proved.text).toBe(204);
  const fresh = await chief.send('POST', api('/commands'), order, key());
  expect(at(fresh.json(), 'code')).not.toBe('reauthentication-needed');
});

test('SRV-8: trying a command records nothing of it', async () => {
  const size = async () => at((await served.manager.get(api(''))).json(), 'size');
  const before = await size();
  const tried = await served.manager.send('POST', api('/commands/try'), place('作業室F'));
  expect(tried.json()).toEqual({ warnings: [] });
  expect(await size()).toBe(before);
});

test('SRV-9: lists come a page at a time, and every case comes once', async () => {
  for (let n = 0; n < 5; n += 1) {
    await served.manager.send('POST', api('/commands'), place(`部屋${n}`), key());
  }
  const seen: unknown[] = [];
  let next: unknown = null;
  do {
    const after = next === null ? '' : `&after=${Number(next)}`;
    const page = (await served.manager.get(api(`/registers/place?limit=2${after}`))).json();
    const lines = at(page, 'lines');
    if (Array.isArray(lines)) seen.push(...lines.map((line: unknown) => at(line, 'id')));
    next = at(page, 'next');
  } while (next !== null);
  expect(seen.length).toBeGreaterThan(5);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.at(-1)).toBe('place-1');
});

test('SRV-1: the duty map of before anything was known says so', async () => {
  const asked = await served.manager.get(api('/duty-map?known=2020-01-01'));
  const standings = at(asked.json(), 'standings');
  const statuses = Array.isArray(standings)
    ? standings.map((one: unknown) => at(one, 'status'))
    : [];
  expect(new Set(statuses)).not.toContain('overdue');
  const known = at((await served.manager.get(api('/duty-map'))).json(), 'standings');
  const today = Array.isArray(known) ? known.map((one: unknown) => at(one, 'status')) : [];
  expect(new Set(today)).toContain('overdue');
});

test('SRV-10: what waits comes with its clause, and with what is not witnessed yet', async () => {
  const today = (await served.manager.get(api('/today'))).json();
  const tasks = at(today, 'tasks');
  expect(at(tasks, 0)).toMatchObject({ kind: 'overdue' });
  expect(JSON.stringify(tasks)).toContain('unwitnessed');
  expect(Number(at(today, 'unwitnessed', 'entries'))).toBeGreaterThan(10);
  const calendar = (await served.manager.get(api('/calendar'))).json();
  expect(Array.isArray(at(calendar, 'changes'))).toBe(true);
});

test('SRV-10: approvals come with where they are used, and firms in their tree', async () => {
  const granted = {
    ...place(''),
    declaration: 'copy-approval',
    step: 'granted',
    values: {
      things: ['thing-1'],
      schedule: '1部だけ複写する',
      from: now().slice(0, 10),
      until: now().slice(0, 10),
      clientPerson: '税務課 係長',
      clientReference: '第1号',
      form: 'oral',
      paperDueOn: now().slice(0, 10),
    },
  };
  const recorded = await served.manager.send('POST', api('/commands'), granted, key());
  expect(recorded.status, recorded.text).toBe(200);
  const words = (await served.manager.get(api('/client-words'))).json();
  expect(at(words, 'words', 0)).toMatchObject({ case: 'copy-approval-1', isUnconfirmed: true });
  const tasks = at((await served.manager.get(api('/today'))).json(), 'tasks');
  expect(JSON.stringify(tasks)).toContain('書面による確認');
  expect((await served.manager.get(api('/subcontracts'))).json()).toEqual({ nodes: [], names: {} });
});

test('SRV-11: the verifier key to be filed is the one that checks checkpoints', async () => {
  const shown = (await served.manager.get(api('/verifier-key'))).json();
  const signed = await served.opened.parts.instance.checkpoint(served.opened.contract);
  expect(at(shown, 'verifierKey')).toBe(signed.ok ? signed.value.register.verifierKey : '');
  expect(at(shown, 'fingerprint')).toMatch(/^[0-9a-f]{4}(?::[0-9a-f]{4}){15}$/u);
});

test('SRV-11: an entry comes with the proof that the log holds it', async () => {
  const listed = (await served.manager.get(api('/entries?limit=3'))).json();
  const sequence = Number(at(listed, 'entries', 2, 'sequence'));
  const proven = (await served.manager.get(api(`/entries/${sequence}`))).json();
  const { sha256 } = served.opened.parts;
  const bytes = (value: unknown) => fromHex(String(value)) ?? new Uint8Array(0);
  const proof = at(proven, 'proof');
  const claim = {
    index: sequence,
    size: Number(at(proven, 'treeSize')),
    leafHash: leafHash(sha256, new TextEncoder().encode(String(at(proven, 'entry')))),
    root: bytes(at(proven, 'root')),
  };
  expect(verifyInclusion(sha256, claim, Array.isArray(proof) ? proof.map(bytes) : [])).toBe(true);
  const signed = (await served.manager.send('POST', api('/checkpoint'))).json();
  expect(parseTypedCode(String(at(signed, 'typedCode'))).ok).toBe(true);
  expect(String(at(signed, 'qr'))).toMatch(/^<svg /u);
  expect((await served.manager.get(api('/entries/999999'))).status).toBe(404);
});

test('SRV-26: the bundle that leaves is whole and verifies', async () => {
  const chief = await Browser.signedIn(served.app, served.opened, 'chief-officer');
  const answer = await chief.get(api('/bundle'));
  expect([answer.status, answer.headers['content-disposition']]).toEqual([
    200,
    'attachment; filename="alpha.tar"',
  ]);
  const files = new Map<string, Uint8Array>();
  const archive = extract();
  archive.end(Buffer.from(answer.bytes));
  for await (const file of archive) files.set(file.header.name, await bytesOf(file));
  const verdict = await verify(
    {
      names: async function* names() {
        yield* files.keys();
      },
      read: async function* read(name) {
        yield files.get(name) ?? new Uint8Array(0);
      },
    },
    { sha256: served.opened.parts.sha256, sha256Stream, verifySignature },
  );
  expect(verdict.status, JSON.stringify(verdict)).toBe('consistent');
  served.opened.clock.advance(16 * 60_000);
  expect((await chief.get(api('/bundle'))).status).toBe(403);
});

async function bytesOf(chunks: AsyncIterable<unknown>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) if (chunk instanceof Uint8Array) read.push(chunk);
  return Buffer.concat(read);
}

test('SRV-13: papers are looked at unproved, and printed with their proof', async () => {
  const preview = await served.manager.get(api('/papers/duty-map/preview'));
  expect(preview.text.slice(0, 5)).toBe('%PDF-');
  const printed = await served.manager.send('POST', api('/papers/duty-map'), {});
  expect([printed.status, printed.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  const documents = (await served.manager.get(api('/registers/document'))).json();
  expect(at(documents, 'lines', 0, 'values')).toMatchObject({ kind: 'duty-map' });
  const client = await Browser.signedIn(served.app, served.opened, 'client-officer');
  expect((await client.get(api('/papers/duty-map/preview'))).status).toBe(200);
  expect((await client.send('POST', api('/papers/duty-map'), {})).status).toBe(403);
  const early = await served.manager.get(api('/papers/handlers-list/preview?case=handlers-list-1'));
  expect([early.status, at(early.json(), 'code')]).toEqual([422, 'misfit']);
  const csv = await served.manager.get(api('/sheets/take-out/csv'));
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect((await served.manager.get(api('/sheets/take-out/xlsx'))).text.slice(0, 2)).toBe('PK');
});

test('SRV-14: an annex is read into its tree and duties, and nothing is recorded', async () => {
  const text =
    '第1条（基本方針）\n乙は、特定個人情報の取扱いの基本方針を定める。\n第2条（秘密）\n乙は、秘密を漏らさない。';
  const read = (await served.manager.send('POST', api('/annex/read'), { text })).json();
  expect(at(read, 'articles', 1)).toMatchObject({ number: 2, heading: '秘密' });
  expect(at(read, 'duties', 0)).toMatchObject({ duty: 'basic-policy' });
});
