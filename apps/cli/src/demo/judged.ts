import { textOf } from '@kanribo/domain';
import type { Story } from './story.ts';

/** Whether something that happened is an incident (26.1), decided by a named person with a reason. */
export async function judged({ stage, cast }: Story, of: string, reason: string): Promise<void> {
  const answer = await stage.ask({ kind: 'register', declaration: 'deviation' });
  const found = answer.kind === 'register' ? answer.cases : [];
  for (const { id, status, values } of found) {
    if (textOf(values, 'of') !== of || status === 'marked') continue;
    await stage.act({
      says: `逸脱 ${id} は事故等にあたらないと判断（理由を記録）`,
      actor: cast.chiefOfficer.id,
      does: 'deviation/decided',
      case: id,
      values: { isIncident: false, reason },
    });
  }
}
