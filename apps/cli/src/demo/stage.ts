import { refusalText } from '@kanribo/office';
import { createHash } from 'node:crypto';
import { type DutyId, dutyTitles } from '@kanribo/annex';
import {
  type Answer,
  type Contract,
  type Question,
  type StandingStatus,
  warningSentences,
} from '@kanribo/domain';
import { type CommandId, formatEra, formatEraWithYear, parseCommandId } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { freshCommandId } from '../platform.ts';
import { harmless } from '../terminal/terminal.ts';
import type { StageSetting } from './stage-setting.ts';
import type { Deed, Expected } from './deed.ts';
import { deviationLines } from './deviations.ts';
import { builtInClause, groundOf, inJapanese } from './grounds.ts';
import { standingWords } from './standing-words.ts';

/** Where the story is played: everything goes through `execute` and `ask`, nothing beside them. */
export class Stage {
  readonly setting: StageSetting;
  readonly #names = new Map<string, string>();
  readonly #told = new Set<string>();
  #isReplaying = false;

  constructor(setting: StageSetting) {
    this.setting = setting;
  }

  /** Whether the latest deed was done by an earlier run, so that more is known than it told. */
  get isReplaying(): boolean {
    return this.#isReplaying;
  }

  /** Heads a part of the story, on a day. */
  chapter(title: string, days: number, time = '09:00'): void {
    const { clock, terminal } = this.setting;
    clock.moveTo(days, time);
    terminal.print(`\n■ ${title}（${formatEraWithYear(clock.dayAfter(days))}）`);
  }

  /** Lets some time pass on the day the story has come to. */
  at(time: string): void {
    this.setting.clock.moveToday(time);
  }

  /** Tells something beside the deeds. */
  tell(text: string): void {
    for (const line of text.split('\n')) this.setting.terminal.print(harmless(`  ${line}`));
  }

  /** Says what an id stands for from now on. */
  name(id: string, name: string): void {
    this.#names.set(id, name);
  }

  /** What an id stands for; the id itself where nobody has said. */
  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  /** Does a deed that must succeed, and answers the id of its case. */
  async act(deed: Deed): Promise<string> {
    const done = await this.#execute(deed, this.#idOf(deed));
    if (!done.ok) throw this.#unexpected(deed, refusalText(done.error));
    const { subject, warnings, repeated, sequence } = done.value;
    this.#isReplaying = repeated;
    this.tell(`${repeated ? '済' : '○'} ${deed.says}［${sequence}］${groundOf(deed)}`);
    for (const warning of warnings) this.tell(`   注意：${warningSentences[warning]}`);
    if (repeated) return subject;
    const deviations = await this.ask({ kind: 'register', declaration: 'deviation' });
    for (const line of deviationLines(deviations, sequence, done.value.entries)) this.tell(line);
    return subject;
  }

  /** Does many deeds at once that must all succeed; they are recorded in groups. */
  async actTogether(says: string, deeds: readonly Deed[]): Promise<readonly string[]> {
    const all = await Promise.all(deeds.map((deed) => this.#execute(deed, this.#idOf(deed))));
    const subjects = all.map((done, index) => {
      if (done.ok) return done.value.subject;
      throw this.#unexpected(deeds[index], refusalText(done.error));
    });
    this.#isReplaying = all.every((done) => done.ok && done.value.repeated);
    this.tell(
      `${this.#isReplaying ? '済' : '○'} ${says}（${deeds.length}件）${groundOf(deeds[0])}`,
    );
    return subjects;
  }

  /**
   * Tries a deed that must be refused, for the reason the story is about. In a later run it may be
   * possible by now, so that it is not tried again.
   */
  async refused(deed: Deed, { code, duty }: Expected): Promise<void> {
    if (this.#isReplaying) return;
    const done = await this.#execute(deed, freshCommandId());
    if (done.ok) throw this.#unexpected(deed, '断られるはずの操作が通りました。');
    if (done.error.code !== code || done.error.duty !== duty) {
      throw this.#unexpected(deed, `断られた理由が違います（${done.error.code}）。`);
    }
    this.tell(`× ${deed.says}`);
    const citing = { nameOf: (id: string) => this.nameOf(id), clauseOf: builtInClause };
    this.tell(refusalText(done.error, citing).replaceAll(/^/gmu, '   '));
  }

  /**
   * Asks how a duty stands on a day of the story; it must stand as the story says. In a later run
   * more is known of that day already, so what was told before is not asked again.
   */
  async stands(duty: DutyId, days: number, status: StandingStatus): Promise<void> {
    if (this.#isReplaying) return;
    const day = this.setting.clock.dayAfter(days);
    const answer = await this.ask({ kind: 'standing', duty, day });
    const found = answer.kind === 'standing' ? answer.standing.status : '';
    if (found !== status) {
      throw new CliFault('failed', `義務 ${duty} は「${status}」のはずですが「${found}」です。`);
    }
    const about = `${inJapanese(duty)}「${dutyTitles[duty]}」`;
    const when = day > this.setting.clock.today() ? 'まで何もなければ' : '現在';
    this.tell(`   ${standingWords[status]}（${formatEra(day)}${when}）：${about}`);
  }

  /**
   * Holds an answer to the story; in a later run more is known than the story says.
   * @throws {CliFault} `failed`, naming what was not answered as the story says.
   */
  must(isSo: boolean, what: string): void {
    if (isSo || this.#isReplaying) return;
    throw new CliFault('failed', `${what}が筋書きどおりに答えられません。`);
  }

  /** Asks a question; the demo knows nothing it was not answered. */
  async ask(question: Question): Promise<Answer> {
    const { opened, contractId } = this.setting;
    const asked = { id: freshCommandId(), actor: 'software', question };
    const answer = await opened.instance.ask(contractId, asked);
    if (!answer.ok) throw new CliFault('failed', refusalText(answer.error));
    if (answer.value.kind === 'look') throw new TypeError('a question was answered with a look');
    return answer.value;
  }

  /** The contract as it stands. */
  async contract(): Promise<Contract> {
    const answer = await this.ask({ kind: 'whole' });
    if (answer.kind !== 'whole') throw new CliFault('failed', '契約の状態が答えられません。');
    return answer.contract;
  }

  /** Keeps evidence, and answers how a field names it. */
  async keep(contents: string | Uint8Array): Promise<string> {
    const { opened, contractId } = this.setting;
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    return `sha256:${await opened.instance.keepEvidence(contractId, once(bytes))}`;
  }

  /**
   * The same story gives the same ids, so that a second run goes on where the first one ended.
   * @throws {TypeError} where a part of the story was told before in this run.
   */
  commandId(part: string): CommandId {
    if (this.#told.has(part)) throw new TypeError(`the story tells this twice: ${part}`);
    this.#told.add(part);
    const text = createHash('sha256').update(`${this.setting.seed}/${part}`).digest('hex');
    const id = parseCommandId(text.slice(0, 32));
    return id.ok ? id.value : freshCommandId();
  }

  #idOf({ does, says }: Deed): CommandId {
    return this.commandId(`${does}/${says}`);
  }

  #execute(deed: Deed, id: CommandId) {
    const { actor, does, happened, values = {} } = deed;
    const { opened, contractId, clock } = this.setting;
    const [declaration = '', step = ''] = does.split('/');
    const occurredAt = happened === undefined ? clock.now() : clock.momentAt(happened);
    const about = { declaration, step, case: deed.case ?? null, occurredAt };
    const command = { ...about, values, falseAlarms: [] };
    return opened.instance.execute(contractId, { id, actor, command });
  }

  #unexpected(deed: Deed | undefined, why: string): CliFault {
    const says = deed?.says ?? '';
    return new CliFault('failed', `デモの「${says}」が筋書きどおりになりません。\n${why}`);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
