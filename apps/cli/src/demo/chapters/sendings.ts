import { judged } from '../judged.ts';
import type { Deed } from '../deed.ts';
import { type Story, spokesman, written } from '../story.ts';
import { approvesTakeOut, makes, receiving, sendingOf } from '../things.ts';
import { tellReconciliation } from './reconciliation.ts';
import { type Things, permitting, toClient } from './take-outs.ts';

/** By post: a number misread, a receipt that is late, and a correction in both registers (19(4)). */
export async function postChapter(story: Story, { usb1 }: Things): Promise<void> {
  const { stage, cast } = story;
  stage.chapter('書留での送付（送付管理簿と持出管理簿に同時に載る）', 40, '14:00');
  const leaving = toClient(story, usb1);
  const permit = await stage.act(permitting(story, leaving, 42));
  const sent = (says: string, trackingNumber: string): Deed => ({
    says,
    actor: cast.handlers[0].id,
    does: 'sending/sent',
    values: {
      ...sendingOf(story, leaving),
      permit,
      method: 'registered',
      trackingNumber,
      protection: 'encrypted-locked',
      expectedOn: stage.setting.clock.dayAfter(42),
    },
  });
  await stage.refused(sent('USB-001 を書留で送付（追跡番号の読み違い）', '123-45-67890-4'), {
    code: 'tracking-number-misread',
    duty: null,
  });
  const sending = await stage.act(sent('USB-001 を書留で送付', '123-45-67890-3'));
  await stage.stands('sending-register', 40, 'due');
  await stage.stands('sending-register', 43, 'overdue');
  stage.chapter('受領の確認と突合', 42, '10:00');
  await stage.act(taking(story, sending, 'USB-001'));
  await stage.stands('sending-register', 42, 'met');
  await tellReconciliation(story, 42, ['receipt-missing']);
  await stage.act({
    says: '書留の受領証を添えて送付の記録を訂正（受領証の添付もれ）',
    actor: cast.handlers[0].id,
    does: 'sending/corrected',
    case: sending,
    values: {
      receipt: await stage.keep('書留の受領証（見本）'),
      contents: '課税資料データ（令和8年度、4月分）',
      correctionReason: '受領証の添付もれと、含まれる情報の書き足し',
    },
  });
  await tellReconciliation(story, 42, []);
}

function taking({ cast, officer }: Story, sending: string, label: string): Deed {
  return {
    says: `${label} の委託者の受領を記録`,
    actor: cast.handlers[0].id,
    does: 'sending/received',
    case: sending,
    values: { receivedBy: spokesman, receiver: officer },
  };
}

/** By hand: no carrier and no number, and the client's officer takes it over. */
export async function byHandChapter(story: Story, { box2 }: Things): Promise<void> {
  const { stage, cast } = story;
  stage.chapter('持参による返却', 44, '15:00');
  const leaving = { ...toClient(story, box2), contents: '課税資料の原本', purpose: '原本の返却' };
  await approvesTakeOut(story, leaving, 'みな税第138号');
  const sending = await stage.act({
    says: 'BOX-002 を封緘して持参',
    actor: cast.handlers[0].id,
    does: 'sending/sent',
    values: {
      ...sendingOf(story, leaving),
      method: 'in-person',
      protection: 'sealed',
      expectedOn: stage.setting.clock.dayAfter(44),
    },
  });
  stage.at('15:40');
  await stage.act(taking(story, sending, 'BOX-002'));
  await stage.stands('hand-over-persons', 44, 'met');
}

const boxes = 200;
const letters = 1200;

/** Two hundred boxes come in, and twelve hundred letters go out as one entry with its list. */
export async function bulkChapter(story: Story): Promise<void> {
  const { stage, cast, places } = story;
  stage.chapter('申告書の箱の一括受領', 58);
  const labels = Array.from({ length: boxes }, (_, index) => `BOX-${101 + index}`);
  const deeds = labels.map((label) => receiving(story, { label, kind: 'paper' }));
  await stage.actTogether(`委託者から申告書の箱${boxes}個を受領`, deeds);
  stage.chapter('通知書の一斉発送（普通郵便）', 62);
  const contents = '住民税の通知書';
  const notices = await makes(story, { label: 'NOTICE-001', kind: 'paper', contents });
  const destination = places.taxpayers;
  const leaving = { things: [notices], contents, purpose: '通知書の発送', destination };
  await approvesTakeOut(story, leaving, 'みな税第140号');
  await allowsOrdinaryMail(story);
  const sending = await stage.act({
    says: `通知書${letters}通を一覧を添えて差出し`,
    actor: cast.handlers[0].id,
    does: 'sending/sent',
    values: {
      ...sendingOf(story, leaving),
      method: 'ordinary',
      count: letters,
      list: await stage.keep('送付先の一覧（見本）'),
      protection: 'sealed',
      expectedOn: stage.setting.clock.dayAfter(64),
    },
  });
  await stage.act({
    says: '郵便局の受領証で差出しを確認',
    actor: cast.handlers[0].id,
    does: 'sending/posted',
    case: sending,
    values: { receipt: await stage.keep('差出しの受領証（見本）') },
  });
  await stage.stands('paper-sending-protection', 62, 'met');
}

/** Whom the letters go to, and that ordinary mail may be used, is the client's word (16, 19(4)). */
async function allowsOrdinaryMail({ stage, cast, places }: Story): Promise<void> {
  const word = { destination: places.taxpayers, ...written(stage, 'みな税第140号') };
  await stage.act({
    says: '提供先を納税義務者とする委託者の指定を記録',
    actor: cast.manager.id,
    does: 'recipient-word/granted',
    values: { recipient: '一覧に載る納税義務者', ...word },
  });
  await stage.act({
    says: '普通郵便で送ってよいとする委託者の指示を記録',
    actor: cast.manager.id,
    does: 'ordinary-mail-word/granted',
    values: { scope: '住民税の通知書の一斉発送', ...word },
  });
}

/** A parcel the reception took, found out days later: recorded as it was, and late (19(1)). */
export async function receptionChapter(story: Story, { usb2 }: Things): Promise<void> {
  const { stage, cast } = story;
  stage.chapter('宅配便での送付', 147, '11:00');
  const leaving = toClient(story, usb2);
  await approvesTakeOut(story, leaving, 'みな税第170号');
  const sending = await stage.act({
    says: 'USB-002 を追跡できる宅配便で送付',
    actor: cast.handlers[0].id,
    does: 'sending/sent',
    values: {
      ...sendingOf(story, leaving),
      method: 'courier',
      carrierFirm: 'yamato',
      trackingNumber: '1234-5678-9013',
      receipt: await stage.keep('宅配便の控え（見本）'),
      protection: 'encrypted-locked',
      expectedOn: stage.setting.clock.dayAfter(148),
    },
  });
  stage.chapter('守衛が受け取っていたことが後から分かる', 152, '16:00');
  await stage.act({
    says: 'USB-002 を区役所の守衛が受け取っていたことを記録（4日前の事実）',
    actor: cast.manager.id,
    does: 'sending/received',
    case: sending,
    values: { receivedBy: '区役所 守衛', otherReceiver: 'reception' },
    happened: { days: 148, time: '13:20' },
  });
  await stage.stands('hand-over-persons', 152, 'breached');
  await judged(story, sending, '封緘のまま当日中に担当係長へ渡ったことを、区の受付簿で確認した。');
  await stage.stands('hand-over-persons', 152, 'met');
}
