import type { Cast, CastMember } from './cast.ts';
import type { Stage } from './stage.ts';

/** What the story starts from: the annex's text and the office's people. */
export interface Beginning {
  /** SHA-256 of the annex's text as it was kept, lower-case hex. */
  readonly annexDigest: string;
  readonly cast: Cast;
}

/** The contract is set up: its facts, its annex, its people and its places. */
export async function setUpChapter(stage: Stage, { annexDigest, cast }: Beginning): Promise<void> {
  const { clock } = stage.setting;
  const days = { startsOn: clock.dayAfter(0), endsOn: clock.dayAfter(364) };
  stage.chapter('契約の準備', 0);
  await stage.act({
    says: '契約の基本事項を登録',
    actor: 'set-up',
    declaration: 'contract',
    step: 'set-up',
    values: { ...contractFacts, ...days, handlingFrom: clock.dayAfter(14) },
  });
  await stage.act({
    says: `特記事項の本文を証拠として保管し、採用（SHA-256 ${annexDigest.slice(0, 16)}…）`,
    actor: 'set-up',
    declaration: 'annex',
    step: 'adopted',
    values: {
      text: `sha256:${annexDigest}`,
      profile: 'special-provisions@1',
      from: clock.dayAfter(0),
    },
  });
  for (const member of cast.everybody) await recordPerson(stage, member);
  await recordPlaces(stage);
}

const contractFacts = {
  title: '住民税課税資料データ入力業務委託（見本）',
  client: 'みなと野区',
  clientAddressee: 'みなと野区長',
  contractor: 'みどり情報処理株式会社',
  contractorAddress: '東京都みなと野区緑町一丁目2番3号',
  contractorRepresentative: '代表取締役 髙橋 由紀子',
  clientReference: '契約締結時の打合せ記録による',
  handlesAffairs: false,
  usesExternalServices: false,
  providesExternalServices: false,
  severalDepartments: false,
  worksAtClientPremises: false,
  promptDays: 7,
  recordWithinDays: 1,
} as const;

async function recordPerson(stage: Stage, member: CastMember): Promise<void> {
  const { id, name, kana, affiliation, post, isWorker } = member;
  stage.name(id, name);
  await stage.act({
    says: `関係者を登録：${name}`,
    actor: 'set-up',
    declaration: 'person',
    step: 'recorded',
    values: {
      name,
      affiliation,
      party: 'contractor',
      isWorker,
      ...(kana !== '' && { kana }),
      ...(post !== '' && { post }),
    },
  });
}

async function recordPlaces(stage: Stage): Promise<void> {
  const places = [
    ['作業室A', 'handling-area'],
    ['みなと野区役所 税務課', 'client'],
  ] as const;
  for (const [name, kind] of places) {
    const id = await stage.act({
      says: `場所を登録：${name}`,
      actor: 'set-up',
      declaration: 'place',
      step: 'recorded',
      values: { name, kind },
    });
    stage.name(id, name);
  }
}
