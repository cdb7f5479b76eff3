import type { Cast } from './cast.ts';
import { handlersList } from './filings-chapter.ts';
import { receiveFiling } from './offices-chapter.ts';
import type { Stage } from './stage.ts';

const clientOffice = 'place-2';
const lineOf = (cast: Cast) => ({
  things: ['thing-1'],
  contents: '課税資料データ（令和8年度）',
  purpose: '委託者への中間報告',
  use: 'purpose-1',
  destination: clientOffice,
  carrier: cast.handlers[0].id,
  approver: cast.manager.id,
});

/** Things arrive; a take-out is refused twice and then allowed, lawfully. */
export async function takeOutChapter(stage: Stage, cast: Cast, list: string): Promise<void> {
  const { clock } = stage.setting;
  const { manager, chiefOfficer, handlers } = cast;
  stage.chapter('記録媒体の受領', 9);
  await stage.act(receivedThing(cast, { label: 'USB-001', kind: 'medium', isEncrypted: true }));
  await stage.act(receivedThing(cast, { label: 'BOX-001', kind: 'paper', isEncrypted: false }));
  stage.name('thing-1', 'USB-001');
  stage.name('thing-2', 'BOX-001');
  await stage.act(declaredPurpose(cast, clock));
  const permit = {
    says: 'USB-001 の持出許可票を発行',
    actor: manager.id,
    declaration: 'take-out',
    step: 'permitted',
    values: { ...lineOf(cast), plannedReturnOn: clock.dayAfter(17) },
  };
  await stage.refused(permit, {
    code: 'papers-outstanding',
    duty: 'handlers-list',
    until: 'take-out-approval-1',
  });
  await receiveFiling(stage, { ...handlersList(chiefOfficer.id), subject: list });
  await stage.stands('handlers-list', 9, 'met');
  await stage.refused(permit, {
    code: 'take-out-unapproved',
    duty: 'take-out-approval',
    until: 'take-out-approval-1',
  });
  stage.chapter('持出しの承認と持出し', 15);
  await approveTakeOut(stage, cast);
  await stage.stands('take-out-approval', 15, 'due');
  await stage.act({
    says: '口頭の承認に書面が届いたことを記録',
    actor: manager.id,
    declaration: 'take-out-approval',
    step: 'confirmed',
    case: 'take-out-approval-1',
    values: { clientReference: 'みな税第123号' },
  });
  const line = await stage.act(permit);
  await stage.act({
    says: 'USB-001 を持ち出し（暗号化・施錠ケース）',
    actor: handlers[0].id,
    declaration: 'take-out',
    step: 'taken',
    case: line,
    values: { protection: 'encrypted-locked' },
  });
  await stage.stands('take-out-register', 15, 'due');
  await stage.act({
    says: 'USB-001 の返却を記録',
    actor: manager.id,
    declaration: 'take-out',
    step: 'returned',
    case: line,
    values: { returner: handlers[0].id, returnConfirmedBy: manager.id },
  });
  await stage.stands('take-out-register', 15, 'met');
}

/** What the contract allows the data to be used for; permits choose one of these. */
function declaredPurpose({ manager }: Cast, clock: Stage['setting']['clock']) {
  return {
    says: '契約の利用目的を登録',
    actor: manager.id,
    declaration: 'purpose',
    step: 'declared',
    values: {
      title: '課税資料の入力',
      contractReference: '仕様書 2(1)',
      from: clock.dayAfter(9),
      until: clock.dayAfter(90),
    },
  };
}

function receivedThing(
  cast: Cast,
  {
    label,
    ...kind
  }: { readonly label: string; readonly kind: string; readonly isEncrypted: boolean },
) {
  return {
    says: `委託者から ${label} を受領`,
    actor: cast.manager.id,
    declaration: 'thing',
    step: 'received',
    values: {
      label,
      ...kind,
      owner: 'client',
      contents: '課税資料（令和8年度）',
      place: 'place-1',
      custodian: cast.manager.id,
    },
  };
}

async function approveTakeOut(stage: Stage, { manager }: Cast): Promise<void> {
  const { clock } = stage.setting;
  await stage.act({
    says: '委託者の承認（口頭・未確認）を記録',
    actor: manager.id,
    declaration: 'take-out-approval',
    step: 'granted',
    values: {
      things: ['thing-1'],
      destination: clientOffice,
      purpose: '中間報告および納品',
      from: clock.dayAfter(15),
      until: clock.dayAfter(90),
      clientPerson: '税務課 担当係長',
      form: 'oral',
      paperDueOn: clock.dayAfter(18),
    },
  });
}

/** Two hundred boxes of paper come in at once: the register takes them as it takes one. */
export async function boxesChapter(stage: Stage, cast: Cast): Promise<void> {
  stage.chapter('申告書の箱の一括受領', 58);
  const deeds = Array.from({ length: boxes }, (_, index) =>
    receivedThing(cast, { label: `BOX-${101 + index}`, kind: 'paper', isEncrypted: false }),
  );
  await stage.actTogether(`委託者から申告書の箱${boxes}個を受領`, deeds);
}

const boxes = 200;

/** A sending stands in both registers; a take-out against the clause stays on record. */
export async function sendingChapter(stage: Stage, cast: Cast): Promise<void> {
  const { clock } = stage.setting;
  const { manager, handlers } = cast;
  stage.chapter('送付（送付管理簿と持出管理簿に同時に載る）', 30, '14:00');
  const { things, contents, purpose, use, destination, approver } = lineOf(cast);
  const sending = await stage.act({
    says: 'USB-001 を書留で送付',
    actor: handlers[0].id,
    declaration: 'sending',
    step: 'sent',
    values: {
      ...{ things, contents, purpose, use, destination, approver },
      method: 'registered',
      trackingNumber: '12345678903',
      protection: 'encrypted-locked',
      sender: handlers[0].id,
      expectedOn: clock.dayAfter(32),
    },
  });
  await stage.stands('sending-register', 30, 'due');
  await stage.stands('sending-register', 33, 'overdue');
  stage.chapter('受領の確認', 32, '10:00');
  await stage.act({
    says: '委託者の受領を記録',
    actor: handlers[0].id,
    declaration: 'sending',
    step: 'received',
    case: sending,
    values: { receivedBy: '税務課 担当係長' },
  });
  await stage.stands('sending-register', 32, 'met');
  stage.chapter('承認のない持出し（事実として記録される）', 40, '18:30');
  const line = await stage.act({
    says: 'BOX-001 が承認なく持ち出されていたことを記録',
    actor: manager.id,
    declaration: 'take-out',
    step: 'taken',
    values: {
      ...lineOf(cast),
      things: ['thing-2'],
      protection: 'sealed',
      plannedReturnOn: clock.dayAfter(41),
    },
  });
  await stage.stands('take-out-approval', 40, 'breached');
  stage.chapter('返却と判断', 41);
  await stage.act({
    says: 'BOX-001 の返却を記録',
    actor: manager.id,
    declaration: 'take-out',
    step: 'returned',
    case: line,
    values: { returner: handlers[0].id, returnConfirmedBy: manager.id },
  });
  await stage.act({
    says: '逸脱が事故等にあたるかを判断（理由を記録）',
    actor: manager.id,
    declaration: 'deviation',
    step: 'decided',
    case: 'deviation-1',
    values: { isIncident: false, reason: '封緘のまま戻り、開封の跡がないことを確認した。' },
  });
}
