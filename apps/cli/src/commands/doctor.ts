import { sentenceOfRefusal } from '@kanribo/office';
import type { Instance } from '@kanribo/application';
import { type Moment, formatEraMoment } from '@kanribo/kernel';
import {
  type CertificateDates,
  certificateDates,
  datesText,
  endProblems,
} from '../certificates/dates.ts';
import { instanceRefusal } from '../instance-refusal.ts';
import { type NoDomain, type Tools, withInstance } from '../open-instance.ts';
import { placesOf, requireData } from '../places.ts';
import { platform } from '../platform.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, jsonOption, keysOption } from '../terminal/option.ts';
import type { ExitCode } from '../terminal/terminal.ts';

/** `kanribo doctor`: whether this machine can keep the instance, and what to do if not. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'データベース、鍵、署名の控え、時計、バックアップ、証明書の具合を調べます',
  operands: [],
  options: [dataOption, keysOption, jsonOption],
  example: ['kanribo doctor --data data --keys keys'],
  notes: ['開けない場所があれば、その理由と直し方を出して終わります（終了コード1）。'],
  async run(given, terminal) {
    const places = placesOf(given, terminal);
    await requireData(places);
    return withInstance<ExitCode>(places, terminal, async (instance, tools) => {
      const found = await examine(instance, tools);
      terminal.print(given.has('json') ? JSON.stringify(found) : textOf(found));
      return found.problems.length === 0 ? 0 : 1;
    });
  },
};

interface Found {
  readonly now: Moment;
  readonly instance: string;
  readonly contracts: number;
  readonly backedUpAt: Moment | null;
  /** Of the keys directory; null where it holds none. */
  readonly certificates: CertificateDates | null;
  /** Japanese sentences: what is wrong and what to do. */
  readonly problems: readonly string[];
}

async function examine(instance: Instance<NoDomain>, tools: Tools): Promise<Found> {
  const { state } = await instance.ledger.current();
  const problems: string[] = [];
  const ofInstance = await instanceRefusal(tools);
  if (ofInstance !== undefined) problems.push(sentenceOfRefusal(ofInstance));
  for (const { id } of await instance.contracts()) {
    const refusal = await instance.readOnly(id);
    if (refusal !== undefined) problems.push(sentenceOfRefusal(refusal));
  }
  if (state.lastBackup === null) {
    problems.push('まだバックアップがありません。kanribo backup --to FILE で作ってください。');
  }
  const now = platform.clock.now();
  const certificates = await certificateDates(tools.keys.certificates);
  problems.push(...endProblems(certificates, new Date(now)));
  return {
    now,
    instance: instance.name,
    contracts: state.contracts.size,
    backedUpAt: state.lastBackup?.madeAt ?? null,
    certificates,
    problems,
  };
}

function textOf(found: Found): string {
  const { instance, contracts, backedUpAt, certificates, now, problems } = found;
  const backup = backedUpAt === null ? 'まだありません' : formatEraMoment(backedUpAt);
  return [
    `装置        ${instance}`,
    `契約        ${contracts}件`,
    `時計        ${formatEraMoment(now)}（お手元の時計と比べてください）`,
    `バックアップ  ${backup}`,
    `証明書      ${datesText(certificates)}`,
    ...(problems.length === 0 ? ['異常はありません。'] : ['', '直すところ:', ...problems]),
  ].join('\n');
}
