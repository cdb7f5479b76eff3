import type { JsonObject } from '@kanribo/kernel';
import type { Life } from '../life.ts';
import {
  approvalOf,
  chief,
  cityHall,
  copyOf,
  handler,
  manager,
  medium,
  office,
  otherWorker,
  paper,
  sendingOf,
  setUpContract,
  thingOf,
  useOf,
} from '../sample.ts';

const because = { correctionReason: '書き誤り' };
const receipt = `sha256:${'e'.repeat(64)}`;
const confirmed = { returnConfirmedBy: manager };
const word = { from: '2026-04-01', until: '2027-03-31', clientPerson: '区 担当' };
const oral = { ...word, form: 'oral', paperDueOn: '2026-05-15' };

/** Every step of the registers of movements, and everything that goes against them. */
export function movementsLife(): Life {
  const life = setUpContract();
  hasWords(life);
  sendsInBulk(life);
  losesAndFinds(life);
  movesWithinTheHouse(life);
  usesAndCopies(life);
  watchesTheWaysOut(life);
  nearlyFails(life);
  findsOne(life);
  corrects(life);
  goesAgainst(life);
  happensElsewhere(life);
  return life;
}

function hasWords(life: Life): void {
  const words = {
    'recipient-word': { destination: cityHall, recipient: '本人' },
    'ordinary-mail-word': { destination: cityHall, scope: '納税通知書' },
  };
  for (const [declaration, covers] of Object.entries(words)) {
    const about = { case: life.takes(declaration, 'granted', { ...covers, ...oral }).subject };
    life.takes(declaration, 'confirmed', { clientReference: '区発第4号' }, about);
    life.takes(declaration, 'withdrawn', { withdrawnBecause: '区の指示' }, about);
    life.takes(declaration, 'contradicted', { contradictedBecause: '記録がない' }, about);
    life.takes(declaration, 'granted', { ...covers, ...word, form: 'written' });
  }
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  const purpose = { title: '照合', contractReference: '仕様書 2(2)' };
  const { from, until } = word;
  const second = life.takes('purpose', 'declared', { ...purpose, from, until });
  life.takes('purpose', 'corrected', { ...because, title: '突合' }, { case: second.subject });
  life.takes('purpose', 'withdrawn', { reason: '終了' }, { case: second.subject });
}

/** What is made to be sent, under its number. */
function made(life: Life, label: string, kind = 'paper'): string {
  return life.takes('thing', 'made', thingOf(kind, label)).subject;
}

function sendsInBulk(life: Life): void {
  const bulk = { method: 'ordinary', count: 1000, list: receipt };
  const { trackingNumber: _, ...letters } = sendingOf([made(life, 'L-1')], bulk);
  const posted = life.takes('sending', 'sent', letters);
  life.takes('sending', 'posted', { receipt, undeliveredCount: 3 }, { case: posted.subject });
  const listless = sendingOf([made(life, 'L-2')], { count: 2, isNumberAsPrinted: true });
  const unlisted = life.takes('sending', 'sent', listless);
  life.on('2026-04-23 09:00');
  const taken = { receivedBy: '区 受付', otherReceiver: 'reception', receipt };
  life.takes('sending', 'received', taken, { case: unlisted.subject });
}

function losesAndFinds(life: Life): void {
  const sent = life.takes('sending', 'sent', sendingOf([made(life, 'L-3')]));
  life.takes('sending', 'lost', { remarks: '追跡が途切れた' }, { case: sent.subject });
  const found = { ...confirmed, remarks: '返送された' };
  life.takes('sending', 'undelivered', found, { case: sent.subject });
  const line = { ...lost(made(life, 'L-4')) };
  const { subject } = life.takes('take-out', 'taken', line);
  life.takes('take-out', 'lost', { remarks: '置き忘れ' }, { case: subject });
  life.takes('take-out', 'returned', { returner: handler, ...confirmed }, { case: subject });
}

const lost = (thing: string): JsonObject => ({
  things: [thing],
  contents: '申請書',
  purpose: '納品',
  destination: cityHall,
  carrier: handler,
  protection: 'sealed',
});

function movesWithinTheHouse(life: Life): void {
  const room = { name: 'サーバー室', kind: 'controlled-area' };
  const { subject: place } = life.takes('place', 'recorded', room);
  const thing = made(life, 'D-1', 'device');
  const things = { ...lost(thing), approver: manager, destination: place };
  const line = life.takes('take-out', 'taken', { ...things, protection: 'disk-encrypted' });
  life.takes('take-out', 'stored', { custodian: manager, ...confirmed }, { case: line.subject });
  life.takes('thing', 'moved', { place: office, custodian: manager }, { case: thing });
}

function usesAndCopies(life: Life): void {
  const { subject } = life.takes('use', 'used', useOf([paper]));
  life.takes('use', 'returned', confirmed, { case: subject });
  life.takes('use', 'corrected', { ...because, remarks: '訂正' }, { case: subject });
  const outside = { reader: chief, isWithinRange: false, isOutsidePurpose: true };
  life.takes('use', 'used', useOf([paper], outside));
  const approved = { things: [paper], schedule: '控え', repeats: 'standing', copies: 5 };
  life.takes('copy-approval', 'granted', { ...approved, ...word, form: 'written' });
  const idle = life.takes('copy', 'permitted', copyOf([paper]));
  life.takes('copy', 'cancelled', { remarks: '不要' }, { case: idle.subject });
  const about = { case: life.takes('copy', 'permitted', copyOf([paper])).subject };
  life.takes('copy', 'made', {}, about);
  life.takes('copy', 'delivered', { destination: cityHall }, about);
  life.takes('copy', 'disposed', { disposedBy: handler, disposal: '細断' }, about);
  life.takes('copy', 'corrected', { ...because, count: 3 }, about);
  life.takes('thing', 'made', { ...thingOf('paper', 'C-9'), copyOf: medium });
}

function watchesTheWaysOut(life: Life): void {
  const path = { kind: 'scan-to-mail', name: '複合機', setting: '宛先を固定', isBlocked: false };
  const looked = { checker: manager, nextCheckOn: '2026-07-01' };
  const about = { case: life.takes('gateway-check', 'recorded', { ...path, ...looked }).subject };
  const checked = { isBlocked: true, ...looked, evidence: receipt };
  life.takes('gateway-check', 'checked', checked, about);
  life.takes('gateway-check', 'corrected', { ...because, remarks: '訂正' }, about);
  life.takes('gateway-check', 'retired', { remarks: '撤去' }, about);
}

function findsOne(life: Life): void {
  const found = { duty: 'locked-storage', finding: '施錠されていない書庫', of: paper };
  const about = { case: life.takes('deviation', 'found', found).subject };
  life.takes('deviation', 'decided', { isIncident: false, reason: '直後に施錠' }, about);
}

function nearlyFails(life: Life): void {
  const noticed = { what: '宛名を取り違えかけた', during: 'movement', nearly: ['third-parties'] };
  const about = { case: life.takes('near-miss', 'noticed', noticed).subject };
  life.takes('near-miss', 'corrected', { ...because, during: 'paper' }, about);
  const reviewed = { cause: '似た宛名', measure: '二人で確認', isIncident: false, reason: '未然' };
  life.takes('near-miss', 'reviewed', reviewed, about);
}

function corrects(life: Life): void {
  const sent = life.takes('sending', 'sent', sendingOf([made(life, 'L-5')]));
  const unsealed = { ...because, protection: 'none', purpose: '中間報告' };
  life.takes('sending', 'corrected', unsealed, { case: sent.subject });
}

function goesAgainst(life: Life): void {
  const { subject: employer } = life.takes('place', 'recorded', { name: '勤務先', kind: 'other' });
  const over = { method: 'internet', destination: employer, sender: otherWorker };
  life.takes('sending', 'sent', sendingOf([made(life, 'L-6')], over));
  const plain = { ...thingOf('medium', 'M-9'), isEncrypted: false, receiver: otherWorker };
  const { subject } = life.takes('thing', 'received', plain);
  life.takes('sending', 'sent', sendingOf([subject], { protection: 'encrypted' }));
}

/** What is sent, used, destroyed or lost where it is, and what another record contradicts. */
function happensElsewhere(life: Life): void {
  const [sentOn, burnt, contradicted, mislaid] = ['O-1', 'O-2', 'O-3', 'O-4'].map((label) =>
    made(life, label),
  );
  for (const thing of [sentOn, burnt, contradicted]) {
    life.takes('take-out', 'taken', lost(thing ?? ''));
  }
  life.takes('use', 'used', useOf([sentOn ?? '']));
  life.takes('sending', 'sent', sendingOf([sentOn ?? '']));
  life.takes('thing', 'destroyed', { reason: '現地で溶解' }, { case: burnt ?? '' });
  life.takes('thing', 'lost', { reason: '棚卸しで不明' }, { case: mislaid ?? '' });
  life.takes('thing', 'found', { place: office, custodian: manager }, { case: mislaid ?? '' });
  const spoken = made(life, 'O-5');
  const said = life.takes('take-out-approval', 'granted', approvalOf([spoken], oral)).subject;
  life.takes('take-out', 'taken', lost(spoken));
  life.on('2026-04-24 09:00');
  life.takes('take-out-approval', 'withdrawn', { withdrawnBecause: '区の指示' }, { case: said });
  life.takes('thing', 'moved', { place: office, custodian: handler }, { case: mislaid ?? '' });
  const gone = { case: mislaid ?? '', at: '2026-04-23 17:00' };
  life.takes('thing', 'destroyed', { reason: '溶解' }, gone);
  life.takes('take-out', 'taken', lost(contradicted ?? ''), { at: '2026-04-23 10:00' });
}
