import type { Cast, CastMember } from './cast.ts';
import type { Stage } from './stage.ts';

/** People are appointed, with the refusals an office really meets (clauses 6 to 9). */
export async function officesChapter(stage: Stage, cast: Cast): Promise<void> {
  const { chiefOfficer, auditOfficer, manager, handlers, worker } = cast;
  stage.chapter('体制：選任', 0, '10:00');
  await stage.stands('audit-officer', 0, 'due');
  await appoint(stage, { actor: 'set-up', member: chiefOfficer });
  await appoint(stage, { actor: chiefOfficer.id, member: manager });
  for (const handler of handlers) await appoint(stage, { actor: chiefOfficer.id, member: handler });
  await stage.refused(auditing(chiefOfficer.id, { ...handlers[0], office: 'audit-officer' }), {
    code: 'audit-officer-governed',
    duty: 'audit-officer',
    until: 'audit-officer-1',
  });
  if (worker !== undefined) {
    await stage.refused(
      auditing(chiefOfficer.id, { ...worker, from: manager.from, office: 'audit-officer' }),
      { code: 'worker-as-audit-officer', duty: 'audit-officer', until: 'audit-officer-1' },
    );
  }
  await appoint(stage, { actor: chiefOfficer.id, member: auditOfficer });
  await stage.refused(
    {
      says: `監査責任者の${auditOfficer.name}を管理責任者にも選任`,
      actor: chiefOfficer.id,
      declaration: 'manager',
      step: 'appointed',
      values: { person: auditOfficer.id, from: auditOfficer.from },
    },
    { code: 'audit-officer-holds', duty: 'audit-officer', until: 'key-filing-1' },
  );
}

const auditing = (actor: string, member: CastMember) => appointing({ actor, member });

function appointing({ actor, member }: { readonly actor: string; readonly member: CastMember }) {
  const { id, name, office, from, until } = member;
  const range = { range: 'undivided', rangeText: '全員が同じ課税資料を扱うため' };
  return {
    says: `${officeTitle(office)}を選任：${name}`,
    actor,
    declaration: office ?? '',
    step: 'appointed',
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

const officeTitle = (office: CastMember['office']) => (office === null ? '' : titles[office]);

async function appoint(
  stage: Stage,
  who: { readonly actor: string; readonly member: CastMember },
): Promise<void> {
  await stage.act(appointing(who));
}

/** A filing that is to be prepared, printed and delivered. */
export interface FilingDeed {
  readonly kind: string;
  readonly title: string;
  readonly actor: string;
  readonly case?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** Prepares and prints a filing and hands it in; answers the id of its case. */
export async function submitFiling(stage: Stage, filing: FilingDeed): Promise<string> {
  const { kind, title, actor } = filing;
  const subject = await stage.act({
    says: `${title}を作成`,
    actor,
    declaration: kind,
    step: 'prepared',
    ...(filing.case !== undefined && { case: filing.case }),
    ...(filing.values !== undefined && { values: filing.values }),
  });
  await stage.print(kind, subject, title);
  await stage.act({
    says: `${title}を提出`,
    actor,
    declaration: kind,
    step: 'submitted',
    case: subject,
    values: { method: 'hand' },
  });
  return subject;
}

/** The client has taken the filing, with the proof of it. */
export async function receiveFiling(
  stage: Stage,
  { kind, title, actor, subject }: FilingDeed & { readonly subject: string },
): Promise<void> {
  await stage.act({
    says: `${title}の受領（受付印のある控え）を記録`,
    actor,
    declaration: kind,
    step: 'received',
    case: subject,
    values: { receivedBy: '税務課 担当係長', proof: 'stamp' },
  });
}
