import { toHex, utf8 } from '@kanribo/kernel';
import { leafHash, nodeHash } from '@kanribo/merkle';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../apps/web/src/features/proof/browser-crypto.ts';
import { fakeSignIn } from '../../apps/web/testing/fake-people.ts';
import { type Visit, answerWith, launch, signIn, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

const contract = '/contracts/movements';
const failure = {
  status: 500,
  json: { code: 'unexpected', message: '問題が起きました。', requestId: 'r-1' },
} as const;

type Answers = Readonly<Record<string, { readonly status?: number; readonly json: unknown }>>;

/** A visit to a screen for which the stand-in has no answers of its own: these are given instead. */
async function at(path: string, heading: string, answers: Answers = {}): Promise<Visit> {
  const seen = await visit(browser);
  for (const [pattern, answer] of Object.entries(answers)) {
    await answerWith(seen.page, pattern, answer);
  }
  await signIn(seen, path);
  await seen.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  return seen;
}

async function faultsOf(seen: Visit): Promise<readonly string[]> {
  const found = [...(await violations(seen.page)), ...seen.wrong];
  await seen.close();
  return found;
}

const noTree = { json: { nodes: [], names: {} } };

test.skipIf(!hasBrowser)(
  'WEB-21: an appointment the annex forbids is refused while it is typed, and not sent',
  async () => {
    const answers = { '**/subcontracts': noTree };
    const seen = await at(`${contract}/organisation`, '体制', answers);
    const { page } = seen;
    await page.getByRole('img', { name: '体制図' }).waitFor();
    await page.getByRole('radio', { name: '監査責任者' }).check();
    await page.getByRole('combobox', { name: /^氏名/ }).selectOption(fakeSignIn.person);
    await page.getByRole('textbox', { name: /開始日/ }).fill('R8.4.20');
    await page.getByText('このままでは記録できません').waitFor();
    await page.getByText('特記事項第7条').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-22: filings stand by how far they have come, and one opens beside its paper',
  async () => {
    const seen = await at(`${contract}/filings`, '届出');
    const { page } = seen;
    await page.getByRole('heading', { name: /^受領を確かめたもの/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await answerWith(page, '**/papers/**', failure);
    const received = page.getByRole('region', { name: '受領を確かめたもの' });
    await received.getByRole('link').first().click();
    await page.getByRole('heading', { name: '書面の下書き（控え・未証明）' }).waitFor();
    await page.getByText('要求番号：r-1').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

const word = {
  case: 'take-out-approval-1',
  title: '持出しの承認',
  duty: null,
  status: 'granted',
  isApproval: true,
  form: 'oral',
  from: '2026-04-01',
  until: '2026-04-02',
  hasReference: false,
  paper: null,
  isUnconfirmed: true,
  paperDueOn: '2026-04-10',
  proof: 1,
  usedBy: ['take-out-1'],
};

test.skipIf(!hasBrowser)(
  'WEB-23: an approval that is over is not among those that hold, and a spoken one says so',
  async () => {
    const answers = { '**/client-words': { json: { words: [word], names: {} } } };
    const seen = await at(`${contract}/approvals`, '承認・委託者の意思表示', answers);
    const { page } = seen;
    await page.getByText('該当するものはありません。').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('表示するもの').selectOption({ label: '書面を待つもの' });
    await page.getByRole('link', { name: '持出しの承認（1）' }).waitFor();
    await page.getByText('口頭・未確認').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-23: the desk of the client shows what waits for it, and what failed to come',
  async () => {
    const answers = { '**/client-words': failure };
    const seen = await at(`${contract}/client-desk`, '委託者の窓口', answers);
    await seen.page.getByText('要求番号：r-1').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

const [first, second] = ['{"sequence":0}', '{"sequence":1}'] as const;
const [left, right] = [leafHash(sha256, utf8(first)), leafHash(sha256, utf8(second))] as const;
const proven = {
  sequence: 0,
  entry: first,
  leafHash: toHex(left),
  treeSize: 2,
  root: toHex(nodeHash(sha256, left, right)),
  proof: [toHex(right)],
};

const [recordedAt, actor] = ['2026-05-01T00:00:00.000Z', 'person-3'] as const;
const told = { sequence: 0, recordedAt, actor, declaration: 'thing/received@1', facts: {} };
const listed = {
  entries: [{ ...told, title: '物：受領', case: null }],
  names: { 'person-3': '見本 花子' },
  next: null,
};

test.skipIf(!hasBrowser)(
  'WEB-24: an entry is proven by the page, and one that was changed is told loudly',
  async () => {
    const path = `${contract}/proof/entries/0`;
    const answers = {
      '**/api/v1/**/entries/0': { json: proven },
      '**/api/v1/**/entries?*': { json: listed },
    };
    const seen = await at(path, '記録番号0', answers);
    const { page, url } = seen;
    await page.getByText('物：受領').waitFor();
    await page.getByText('見本 花子', { exact: true }).last().waitFor();
    await page.getByText('この記録の要約値は、2件の台帳全体の要約値に含まれています。').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unrouteAll();
    const changed = { json: { ...proven, entry: second } };
    await answerWith(page, '**/api/v1/**/entries/0', changed);
    await answerWith(page, '**/api/v1/**/entries?*', { json: listed });
    await page.goto(`${url}${path}`);
    await page.getByRole('alert').getByText('記録の内容と要約値が合いません').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-24: a folder that is no bundle is refused in the page, and nothing is sent',
  async () => {
    const seen = await at(`${contract}/proof/verify`, '控えを検証する');
    const { page } = seen;
    await page.getByRole('button', { name: '検証する' }).click();
    await page.getByText('控えのフォルダーを選んでください。').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => {
      // Letters that were not yet shown are fetched by their face.
      if (request.resourceType() !== 'font') sent.push(request.url());
    });
    const folder = new URL('../vectors', import.meta.url).pathname;
    await page.locator('input[type=file]').setInputFiles(folder);
    await page.getByRole('button', { name: '検証する' }).click();
    await page.getByText('異常があります').waitFor();
    expect(sent).toEqual([]);
    expect(await faultsOf(seen)).toEqual([]);
  },
);

const account = {
  signInId: 'manager',
  displayName: '見本 花子',
  factors: [],
  recoveryCodesLeft: 3,
  lastSignInAt: null,
  news: { before: null, failures: 0, secondFailures: 0, changes: [], upTo: null },
};
const session = {
  id: 's-1',
  startedAt: '2026-04-20T00:00:00.000Z',
  seenAt: '2026-04-20T00:00:00.000Z',
  address: '127.0.0.1',
  agent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/156.0.0.0 Safari/537.36',
  isThis: false,
  device: null,
  certificate: null,
};

test.skipIf(!hasBrowser)('WEB-25: a grave deed on the account asks first who one is', async () => {
  const seen = await at('/account', 'アカウントの設定', {
    '**/api/v1/account': { json: account },
    '**/api/v1/account/sessions': { json: { sessions: [session] } },
    '**/api/v1/account/history': { json: { events: [] } },
    '**/api/v1/account/recovery-codes': {
      status: 403,
      json: { code: 'reauthentication-needed', message: '本人の確認', requestId: 'r-1' },
    },
  });
  const { page } = seen;
  await page.getByText('Chrome（Windows）').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '回復コードを作り直す' }).click();
  await page.getByRole('dialog', { name: '本人の確認' }).waitFor();
  expect(await faultsOf(seen)).toEqual([]);
});

test.skipIf(!hasBrowser)(
  'WEB-20: the set-up opens at the first step that is not on record, and reads an annex',
  async () => {
    const seen = await at(`${contract}/set-up`, '契約の準備', {
      '**/verifier-key': failure,
      '**/annex/read': { json: { articles: [], unplaced: [], duties: [] } },
    });
    const { page } = seen;
    await page.getByRole('button', { name: /最初の届出/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^特記事項/ }).click();
    await page.getByText('特記事項を採用しています').waitFor();
    await page.getByRole('button', { name: '別の特記事項を読み取る' }).click();
    await page.getByLabel('特記事項の本文').fill('第1条　目的');
    await page.getByRole('button', { name: '読み取る', exact: true }).click();
    await page.getByRole('heading', { name: '読み取りの結果' }).waitFor();
    await page.getByRole('button', { name: '確かめて採用する' }).click();
    await page.getByText('読み取りの結果を確かめてから、印を付けてください。').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);
