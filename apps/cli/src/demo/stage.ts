import { printPaper, refusalText } from '@kanribo/office';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DutyId, isDutyId } from '@kanribo/annex';
import {
  type Answer,
  type Contract,
  type Question,
  type StandingStatus,
  caseOf,
  clauseOf,
  deviationSentences,
  textOf,
  warningSentences,
} from '@kanribo/domain';
import type { FormRenderer } from '@kanribo/forms';
import {
  type CommandId,
  type ContractId,
  type JsonObject,
  concatBytes,
  formatEraWithYear,
  parseCommandId,
} from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import type { ContractInstance } from '../contract-instance.ts';
import { freshCommandId } from '../platform.ts';
import { type Terminal, harmless } from '../terminal/terminal.ts';
import type { StoryClock } from './story-clock.ts';

/** One deed of the story: a step of a declared case, by somebody. */
export interface Deed {
  readonly says: string;
  readonly actor: string;
  readonly declaration: string;
  readonly step: string;
  readonly case?: string;
  readonly values?: JsonObject;
}

/** What a deed must be refused with; skipped once a later deed of the story stands. */
export interface Expected {
  readonly code: string;
  readonly duty: DutyId | null;
  /** A case that a later deed opens: where it is there, the story has come past this point. */
  readonly until: string;
}

/** What the stage is set with. */
export interface StageSetting {
  readonly contractId: ContractId;
  readonly seed: string;
  readonly clock: StoryClock;
  readonly opened: ContractInstance;
  readonly renderer: FormRenderer;
  readonly terminal: Terminal;
  readonly documents: string;
}

/** Where the story is played: everything goes through `execute` and `ask`, nothing beside them. */
export class Stage {
  readonly setting: StageSetting;
  readonly #names = new Map<string, string>();
  #isReplaying = false;

  constructor(setting: StageSetting) {
    this.setting = setting;
  }

  /** Heads a part of the story, on a day. */
  chapter(title: string, days: number, time = '09:00'): void {
    const { clock, terminal } = this.setting;
    clock.moveTo(days, time);
    terminal.print(`\n■ ${title}（${formatEraWithYear(clock.dayAfter(days))}）`);
  }

  /** Says what an id stands for from now on. */
  name(id: string, name: string): void {
    this.#names.set(id, name);
  }

  /** Does a deed that must succeed, and answers the id of its case. */
  async act(deed: Deed): Promise<string> {
    const done = await this.#execute(deed);
    if (!done.ok) throw this.#unexpected(deed, refusalText(done.error));
    const { subject, warnings, repeated, sequence } = done.value;
    this.#isReplaying = repeated;
    this.#say(`  ${repeated ? '済' : '○'} ${deed.says}［${sequence}］`);
    for (const warning of warnings) this.#say(`     注意：${warningSentences[warning]}`);
    if (!repeated) await this.#sayDeviations(sequence, done.value.entries);
    return subject;
  }

  /** Does many deeds at once that must all succeed; they are recorded in groups. */
  async actTogether(says: string, deeds: readonly Deed[]): Promise<void> {
    const all = await Promise.all(deeds.map((deed) => this.#execute(deed)));
    const failed = all.findIndex((done) => !done.ok);
    const [deed, done] = [deeds[failed], all[failed]];
    if (deed !== undefined && done?.ok === false) {
      throw this.#unexpected(deed, refusalText(done.error));
    }
    const isRepeated = all.every((one) => one.ok && one.value.repeated);
    this.#say(`  ${isRepeated ? '済' : '○'} ${says}（${deeds.length}件）`);
  }

  /** Tries a deed that must be refused, for the reason the story is about. */
  async refused(deed: Deed, expected: Expected): Promise<void> {
    const contract = await this.contract();
    if (caseOf(contract, expected.until) !== undefined) return;
    const done = await this.#execute(deed);
    if (done.ok) throw this.#unexpected(deed, '断られるはずの操作が通りました。');
    const { code, duty } = done.error;
    if (code !== expected.code || duty !== expected.duty) {
      throw this.#unexpected(deed, `断られた理由が違います（${code}）。`);
    }
    this.#say(`  × ${deed.says}`);
    const citing = { nameOf: (id: string) => this.#nameOf(id), clauseOf: citeFor(contract) };
    for (const line of refusalText(done.error, citing).split('\n')) this.#say(`     ${line}`);
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

  /** Prints a paper into the documents directory, unless it was printed before. */
  async print(kind: string, subject: string | null, name: string): Promise<void> {
    const { opened, renderer, contractId, clock, documents } = this.setting;
    const paper = subject ?? kind;
    await mkdir(documents, { recursive: true });
    const file = join(documents, `${name}.pdf`);
    const digest = await this.#printedBefore(kind, subject);
    if (digest !== undefined) {
      await writeFile(file, await this.#kept(digest));
      this.#say(`  済 ${name} は印刷済みです`);
      return;
    }
    const now = clock.now();
    const made = await printPaper(opened.instance, renderer, {
      contract: contractId,
      kind,
      subject,
      actor: 'software',
      date: this.setting.clock.today(),
      occurredAt: now,
      id: this.#idOf(`print/${paper}`),
      freshId: freshCommandId,
    });
    if (!made.ok) throw new CliFault('failed', refusalText(made.error));
    const printed = made.value;
    await writeFile(file, printed.pdf);
    this.#say(`  ▤ ${name}.pdf を印刷しました（${printed.pages}枚、符号 ${printed.typedCode}）`);
    for (const { character, count } of printed.missingGlyphs) {
      this.#say(`     「${character}」は印刷できないため〓になりました（${count}か所）`);
    }
  }

  /** The digest of the latest paper of this kind and case, as the register names it. */
  async #printedBefore(kind: string, subject: string | null): Promise<string | undefined> {
    const answer = await this.ask({ kind: 'register', declaration: 'document' });
    const papers = answer.kind === 'register' ? answer.cases : [];
    const paper = papers.findLast(
      ({ values }) => textOf(values, 'kind') === kind && textOf(values, 'of') === subject,
    );
    return textOf(paper?.values ?? {}, 'document')?.slice('sha256:'.length);
  }

  /** A paper as it was kept, so that a lost file is written again just as it was printed. */
  async #kept(digest: string): Promise<Uint8Array> {
    const { opened, contractId } = this.setting;
    const chunks = await opened.store.evidence(contractId, digest);
    if (chunks === undefined) throw new CliFault('failed', '印刷した書面が保管されていません。');
    const read: Uint8Array[] = [];
    for await (const chunk of chunks) read.push(chunk);
    return concatBytes(read);
  }

  #execute(deed: Deed) {
    const { opened, contractId, clock } = this.setting;
    const { actor, declaration, step, values = {} } = deed;
    const occurredAt = clock.now();
    const command = {
      declaration,
      step,
      case: deed.case ?? null,
      occurredAt,
      values,
      falseAlarms: [],
    };
    const id = this.#idOf(`${declaration}/${step}/${deed.says}`);
    return opened.instance.execute(contractId, { id, actor, command });
  }

  async #sayDeviations(first: number, entries: number): Promise<void> {
    const answer = await this.ask({ kind: 'register', declaration: 'deviation' });
    for (const { steps, values } of answer.kind === 'register' ? answer.cases : []) {
      const { sequence } = steps[0];
      if (sequence < first || sequence >= first + entries) continue;
      const code = textOf(values, 'code') ?? '';
      const found = Object.entries(deviationSentences).find(([known]) => known === code);
      this.#say(`     ▲ 逸脱として記録：${found?.[1] ?? code}（事故等かどうかの判断を待ちます）`);
    }
  }

  /** The same story gives the same ids, so that a second run goes on where the first one ended. */
  #idOf(part: string): CommandId {
    const text = createHash('sha256').update(`${this.setting.seed}/${part}`).digest('hex');
    const id = parseCommandId(text.slice(0, 32));
    return id.ok ? id.value : freshCommandId();
  }

  #nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  #say(text: string): void {
    this.setting.terminal.print(harmless(text));
  }

  #unexpected(deed: Deed, why: string): CliFault {
    return new CliFault('failed', `デモの「${deed.says}」が筋書きどおりになりません。\n${why}`);
  }
}

const citeFor = (contract: Contract) => (duty: string) =>
  isDutyId(duty) ? clauseOf(contract, duty) : '';
