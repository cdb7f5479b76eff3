import { deviationSentences, textOf } from '@kanribo/domain';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

/** Whether something that happened is an incident (26.1), decided by a named person with a reason. */
export async function judged({ stage, cast }: Story, of: string, reason: string): Promise<void> {
  const answer = await stage.ask({ kind: 'register', declaration: 'deviation' });
  const found = answer.kind === 'register' ? answer.cases : [];
  for (const { id, values } of found) {
    if (textOf(values, 'of') !== of) continue;
    await stage.act({
      says: `逸脱 ${id} は事故等にあたらないと判断（理由を記録）`,
      actor: cast.chiefOfficer.id,
      does: 'deviation/decided',
      case: id,
      values: { isIncident: false, reason },
    });
  }
}

/** What was accepted although it was against a clause, among the entries of a deed. */
export async function tellDeviations(stage: Stage, first: number, entries: number): Promise<void> {
  const answer = await stage.ask({ kind: 'register', declaration: 'deviation' });
  for (const { id, steps, values } of answer.kind === 'register' ? answer.cases : []) {
    const { sequence } = steps[0];
    if (sequence < first || sequence >= first + entries) continue;
    const code = textOf(values, 'code') ?? '';
    const found = Object.entries(deviationSentences).find(([known]) => known === code);
    stage.tell(
      `   ▲ 逸脱として記録：${found?.[1] ?? code}（${id}。事故等かどうかの判断を待ちます）`,
    );
  }
}
