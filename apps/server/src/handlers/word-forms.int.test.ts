import { readWordForm, sampleWordForm } from '@kanribo/forms';
import { isJsonObject } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { at } from '../testing/at.ts';
import { freshId } from '../testing/sample-contract.ts';
import { logged } from '../testing/logged.ts';
import { api, servedForTests } from '../testing/served.ts';

const served = servedForTests();

const form = () => api('/word-forms/manager-filing');

const upload = (docx: Uint8Array) => served.manager.upload(`${form()}/files`, docx);

interface Step {
  readonly declaration: string;
  readonly step: string;
  readonly values: object;
  readonly case?: string;
}

/** Records a step; answers the id of its case. */
async function record(step: Step): Promise<string> {
  const id = step.case ?? null;
  const shown = id === null ? undefined : await served.manager.get(api(`/cases/${id}`));
  const version = shown === undefined ? {} : { 'if-match': String(shown.headers['etag']) };
  const body = { ...step, case: id, occurredAt: served.opened.parts.clock.now() };
  const headers = { 'idempotency-key': freshId(), ...version };
  const done = await served.manager.send('POST', api('/commands'), body, headers);
  expect(done.status, done.text).toBe(200);
  return String(at(done.json(), 'subject'));
}

const sizeNow = async () => at((await served.manager.get(api(''))).json(), 'size');

test('WRD-8: the filings are listed with their form, and looking and trying records nothing', async () => {
  const before = await sizeNow();
  const listed = (await served.manager.get(api('/word-forms'))).json();
  const forms = at(listed, 'forms');
  expect(Array.isArray(forms) ? forms.map((one) => at(one, 'filing')) : []).toEqual([
    'chief-officer-filing',
    'audit-officer-filing',
    'manager-filing',
    'subcontract-confirmation',
    'resubcontract-confirmation',
  ]);
  expect(at(listed, 'forms', 2)).toMatchObject({ status: 'undecided', clause: '8', form: null });
  const nobody = (await served.manager.get(api('/word-forms/subcontract-confirmation'))).json();
  expect(at(nobody, 'fieldsMissing')).toContain('確認した再委託先');
  const one = (await served.manager.get(form())).json();
  expect(at(one, 'fields', 0)).toMatchObject({ kind: 'text', name: '日付' });
  const sample = await served.manager.get(`${form()}/sample`);
  expect(sample.headers['content-type']).toContain('wordprocessingml');
  expect(await readWordForm(sample.bytes)).toMatchObject({ ok: true });
  expect(await sizeNow()).toBe(before);
});

test('WRD-9: a file is kept as a form only where all of it can be filled', async () => {
  const unfit = await upload(await sampleWordForm('様式', { 契約件名: '', 血液型: '' }));
  expect(unfit.json()).toMatchObject({ isKept: false, fit: { unknown: ['血液型'] } });
  const digest = String(at(unfit.json(), 'fit', 'digest'));
  expect((await served.manager.get(api(`/evidence/${digest}`))).status).toBe(404);
  const none = await upload(Buffer.from('PK no document'));
  expect([none.status, at(none.json(), 'detail')]).toEqual([422, 'form-unreadable']);
  const sparse = await upload(await sampleWordForm('様式', { 契約件名: '' }));
  const fit = { unknown: [], missing: ['日付', '管理責任者'] };
  expect(sparse.json()).toMatchObject({ isKept: true, fit });
});

test('WRD-10: what is handed in on the client’s form is the kept file, filled with what was prepared', async () => {
  const sample = await served.manager.get(`${form()}/sample`);
  const digest = String(at((await upload(sample.bytes)).json(), 'fit', 'digest'));
  const filing = 'manager';
  const said = { clientReference: '区発第8号', clientPerson: '区 担当', filing };
  const designation = { declaration: 'designated-form', step: 'designated', values: said };
  const id = await record(designation);
  const adopted = { form: `sha256:${digest}`, tags: '氏名' };
  await record({ declaration: 'designated-form', step: 'uploaded', values: adopted, case: id });
  const shown = (await served.manager.get(form())).json();
  const inUse = { status: 'designated', form: digest, clientReference: '区発第8号' };
  expect(shown).toMatchObject({ form: inUse, fit: { unknown: [], missing: [] }, fitMissing: null });
  const preview = await served.manager.get(`${form()}/files/${digest}/preview`);
  expect(preview.status, preview.text).toBe(200);
  const make = { declaration: 'manager-filing', step: 'prepared' };
  const own = await record({ ...make, values: { layout: 'own' } });
  const wrong = await served.manager.send('POST', api('/filled-word-forms'), { case: own });
  expect([wrong.status, at(wrong.json(), 'detail')]).toEqual([422, 'not-on-designated-form']);
  const made = await record({ ...make, values: { layout: 'designated' } });
  const filled = await served.manager.send('POST', api('/filled-word-forms'), { case: made });
  expect(filled.status, filled.text).toBe(200);
  const filledForm = String(at(filled.json(), 'digest'));
  const kept = await served.manager.get(api(`/evidence/${filledForm}`));
  expect(await readWordForm(kept.bytes)).toMatchObject({ ok: true, value: { tags: [] } });
  const values = { method: 'hand', filledForm: `sha256:${filledForm}` };
  await record({ declaration: 'manager-filing', step: 'submitted', values, case: made });
  const handedIn = (await served.manager.get(api(`/cases/${made}`))).json();
  const found = at(handedIn, 'case', 'values');
  expect(isJsonObject(found) ? found['filledForm'] : '').toBe(`sha256:${filledForm}`);
});

/** Keeps a file as evidence of any kind; answers its digest. */
async function keep(bytes: Uint8Array): Promise<string> {
  return String(at((await served.manager.upload(api('/evidence'), bytes)).json(), 'digest'));
}

const accessLog = () =>
  logged(served.opened.parts, { contractId: served.opened.contract, log: 'access' });

test('WRD-13: a file that was not kept as a form is not previewed, and the look names it', async () => {
  const docx = await sampleWordForm('見本', { 契約件名: '' });
  const digest = await keep(docx);
  const preview = () => served.manager.get(`${form()}/files/${digest}/preview`);
  const before = (await accessLog()).length;
  expect((await preview()).status).toBe(404);
  expect((await accessLog()).slice(before).join()).toContain(`sha256:${digest}`);
  expect((await upload(docx)).json()).toMatchObject({ isKept: true, fit: { digest } });
  expect((await preview()).status).toBe(200);
});

test('WRD-14: a file that is no sound form is not designated', async () => {
  const digest = await keep(Buffer.from('走査した書面'));
  const said = { clientReference: '区発第9号', clientPerson: '区 担当', filing: 'chief-officer' };
  const step = { declaration: 'designated-form', step: 'designated', values: said };
  const id = await record(step);
  const shown = await served.manager.get(api(`/cases/${id}`));
  const values = { form: `sha256:${digest}` };
  const occurredAt = served.opened.parts.clock.now();
  const body = { ...step, step: 'uploaded', values, case: id, occurredAt };
  const headers = { 'idempotency-key': freshId(), 'if-match': String(shown.headers['etag']) };
  const refused = await served.manager.send('POST', api('/commands'), body, headers);
  expect([refused.status, at(refused.json(), 'detail')]).toEqual([422, 'form-unreadable']);
  expect(refused.text).toContain('Word の文書（.docx）を指定してください');
});
