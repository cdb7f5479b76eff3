import { sentenceOfRefusal } from '@kanribo/office';
import type { Instance, InstanceState } from '@kanribo/application';
import { type Moment, formatEraMoment } from '@kanribo/kernel';
import {
  type CertificateDates,
  certificateDates,
  datesText,
  endProblems,
} from '../certificates/dates.ts';
import { type ComponentsAge, componentsAge, componentsText } from '../components.ts';
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
  summary: 'データベース、鍵、署名の控え、時計、バックアップ、証明書、部品の古さを調べます',
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

interface Unfinished {
  readonly begunAt: Moment;
  readonly brokenOffAt: Moment | null;
}

interface Found {
  readonly now: Moment;
  readonly instance: string;
  readonly contracts: number;
  readonly backedUpAt: Moment | null;
  /** Backups that were begun and not made: when, and when they broke off, where that was noted. */
  readonly unfinishedBackups: readonly Unfinished[];
  /** Of the keys directory; null where it holds none. */
  readonly certificates: CertificateDates | null;
  /** Of what others made. */
  readonly components: ComponentsAge;
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
  problems.push(...backupProblems(state));
  const now = platform.clock.now();
  const certificates = await certificateDates(tools.keys.certificates);
  problems.push(...endProblems(certificates, new Date(now)));
  return {
    now,
    instance: instance.name,
    contracts: state.contracts.size,
    backedUpAt: state.lastBackup?.madeAt ?? null,
    unfinishedBackups: state.unfinishedBackups.map(({ begunAt, brokenOffAt }) => ({
      begunAt,
      brokenOffAt,
    })),
    certificates,
    components: componentsAge(now),
    problems,
  };
}

/** Those begun since the last one that was made wait for another one; none before does. */
function backupProblems({ lastBackup, unfinishedBackups }: InstanceState): readonly string[] {
  const none = 'まだバックアップがありません。kanribo backup --to FILE で作ってください。';
  const since = unfinishedBackups.filter(
    ({ begunAt }) => lastBackup === null || begunAt > lastBackup.madeAt,
  );
  const broken = since.map(
    ({ begunAt }) =>
      `${formatEraMoment(begunAt)}に始めたバックアップは、最後まで取られていません。途中まで出たファイルから、鍵が持ち出されたおそれがあります。取った人に理由を確かめ、kanribo backup --to FILE で取り直してください。`,
  );
  return lastBackup === null ? [none, ...broken] : broken;
}

const unfinishedText = (unfinished: readonly Unfinished[]): string => {
  const last = unfinished.at(-1);
  if (last === undefined) return 'ありません';
  return `${unfinished.length}件（最後は${formatEraMoment(last.begunAt)}に始めたもの）`;
};

function textOf(found: Found): string {
  const { instance, contracts, backedUpAt, unfinishedBackups, now, problems } = found;
  const { certificates, components } = found;
  const backup = backedUpAt === null ? 'まだありません' : formatEraMoment(backedUpAt);
  return [
    `装置        ${instance}`,
    `契約        ${contracts}件`,
    `時計        ${formatEraMoment(now)}（お手元の時計と比べてください）`,
    `バックアップ  ${backup}`,
    `最後まで取られなかったバックアップ  ${unfinishedText(unfinishedBackups)}`,
    `証明書      ${datesText(certificates)}`,
    `部品        ${componentsText(components)}`,
    ...(problems.length === 0 ? ['異常はありません。'] : ['', '直すところ:', ...problems]),
  ].join('\n');
}
