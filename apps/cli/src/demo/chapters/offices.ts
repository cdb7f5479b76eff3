import type { CastMember } from '../cast.ts';
import type { Deed } from '../deed.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../story.ts';

/** People are appointed, with the refusals an office really meets (clauses 6 to 9). */
export async function officesChapter({ stage, cast }: Story): Promise<void> {
  const { chiefOfficer, auditOfficer, manager, handlers } = cast;
  stage.chapter('体制：選任', 0, '10:00');
  await stage.stands('audit-officer', 0, 'due');
  await stage.act(appointing('set-up', chiefOfficer));
  await refusesOutsider(stage, chiefOfficer.id, cast.outsider);
  await stage.act(appointing(chiefOfficer.id, manager));
  for (const handler of handlers) await stage.act(appointing(chiefOfficer.id, handler));
  await stage.refused(appointing(chiefOfficer.id, { ...handlers[0], office: 'audit-officer' }), {
    code: 'audit-officer-governed',
    duty: 'audit-officer',
  });
  if (cast.worker !== undefined) {
    const from = manager.from;
    const asAuditor: CastMember = { ...cast.worker, from, office: 'audit-officer' };
    const expected = { code: 'worker-as-audit-officer', duty: 'audit-officer' } as const;
    await stage.refused(appointing(chiefOfficer.id, asAuditor), expected);
  }
  await stage.act(appointing(chiefOfficer.id, auditOfficer));
  const both = appointing(chiefOfficer.id, { ...auditOfficer, office: 'manager' });
  await stage.refused(
    { ...both, says: `監査責任者の${auditOfficer.name}を管理責任者にも選任` },
    { code: 'audit-officer-holds', duty: 'audit-officer' },
  );
}

/** Somebody who is no worker is manager only with the client's permission (clause 8). */
async function refusesOutsider(
  stage: Stage,
  actor: string,
  outsider: CastMember | undefined,
): Promise<void> {
  if (outsider === undefined) return;
  const appointed = appointing(actor, { ...outsider, office: 'manager' });
  await stage.refused(
    { ...appointed, says: `従事者でない${outsider.name}を管理責任者に選任` },
    { code: 'outside-manager-unapproved', duty: 'manager' },
  );
}

function appointing(actor: string, member: CastMember): Deed {
  const { id, name, office, from, until } = member;
  const range = { range: 'divided', rangeText: '第一業務部に割り当てられた課税資料' };
  return {
    says: `${office === null ? '' : titles[office]}を選任：${name}`,
    actor,
    does: `${office ?? ''}/appointed`,
    values: {
      person: id,
      from,
      ...(until !== null && { until }),
      ...(office === 'handler' && range),
    },
  };
}

const titles = {
  'chief-officer': '総括責任者',
  'audit-officer': '監査責任者',
  manager: '管理責任者',
  handler: '事務取扱担当者',
} as const;
