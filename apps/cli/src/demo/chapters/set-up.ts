import { dutyTitles } from '@kanribo/annex';
import type { Cast, CastMember } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { type Places, type Story, clientsOfficer, lastDay, spokesman } from '../story.ts';

/** What the story starts from: the annex's text and the office's people. */
export interface Beginning {
  /** SHA-256 of the annex's text as it was kept, lower-case hex. */
  readonly annexDigest: string;
  readonly cast: Cast;
}

/** The contract is set up: its facts, its annex, its people, its places and its purpose. */
export async function setUpChapter(stage: Stage, { annexDigest, cast }: Beginning): Promise<Story> {
  const { clock } = stage.setting;
  const days = { startsOn: clock.dayAfter(0), endsOn: clock.dayAfter(lastDay) };
  stage.chapter('契約の準備', 0);
  await stage.act({
    says: '契約の基本事項を登録',
    actor: 'set-up',
    does: 'contract/set-up',
    values: { ...contractFacts, ...days, handlingFrom: clock.dayAfter(14) },
  });
  await stage.act({
    says: `特記事項の本文を証拠として保管し、採用（SHA-256 ${annexDigest.slice(0, 16)}…）`,
    actor: 'set-up',
    does: 'annex/adopted',
    values: {
      text: `sha256:${annexDigest}`,
      profile: 'special-provisions@1',
      from: clock.dayAfter(0),
    },
  });
  for (const member of cast.everybody) await recordPerson(stage, member);
  const officer = await recordOfficer(stage);
  const places = await recordPlaces(stage);
  const purpose = await declarePurpose(stage);
  await setAside(stage);
  return { stage, cast, places, officer, purpose };
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
    does: 'person/recorded',
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

async function recordOfficer(stage: Stage): Promise<string> {
  const id = await stage.act({
    says: `委託者の担当者を登録：${spokesman}`,
    actor: 'set-up',
    does: 'person/recorded',
    values: {
      name: clientsOfficer,
      affiliation: 'みなと野区 税務課',
      post: '担当係長',
      party: 'client',
      isWorker: false,
    },
  });
  stage.name(id, spokesman);
  return id;
}

const kinds = {
  room: ['作業室A', 'handling-area'],
  archive: ['書庫B', 'handling-area'],
  client: ['みなと野区役所 税務課', 'client'],
  printer: ['みなと野印刷 本社工場', 'subcontractor'],
  taxpayers: ['納税義務者（一覧のとおり）', 'other'],
} as const;

async function recordPlaces(stage: Stage): Promise<Places> {
  const record = async ([name, kind]: readonly [string, string]) => {
    const place = { actor: 'set-up', does: 'place/recorded', values: { name, kind } };
    const id = await stage.act({ ...place, says: `場所を登録：${name}` });
    stage.name(id, name);
    return id;
  };
  return {
    room: await record(kinds.room),
    archive: await record(kinds.archive),
    client: await record(kinds.client),
    printer: await record(kinds.printer),
    taxpayers: await record(kinds.taxpayers),
  };
}

function declarePurpose(stage: Stage): Promise<string> {
  const { clock } = stage.setting;
  return stage.act({
    says: '契約の利用目的を登録',
    actor: 'set-up',
    does: 'purpose/declared',
    values: {
      title: '課税資料の入力と通知書の発送',
      contractReference: '仕様書 2(1)',
      from: clock.dayAfter(0),
      until: clock.dayAfter(lastDay),
    },
  });
}

const providersDuties = ['provided-service-specification', 'provided-service-chain'] as const;

/** Duties only a provider of services has: a person decides that they do not apply. */
async function setAside(stage: Stage): Promise<void> {
  const { clock } = stage.setting;
  for (const duty of providersDuties) {
    await stage.act({
      says: `該当なしと判断（外部サービスを提供しないため）：${dutyTitles[duty]}`,
      actor: 'set-up',
      does: 'not-applicable/decided',
      values: {
        duty,
        until: clock.dayAfter(lastDay),
        reason: '委託者に外部サービスを提供しない。',
      },
    });
  }
}
