import type { Office } from '@kanribo/domain';
import { type Day, addDays } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import type { StaffMember } from './people.ts';

/** The people the story needs, each with the id the register gives it in the order of the list. */
export interface Cast {
  readonly chiefOfficer: CastMember;
  readonly auditOfficer: CastMember;
  readonly manager: CastMember;
  readonly handlers: readonly [CastMember, CastMember, ...CastMember[]];
  /** A worker without an office, if the list has one. */
  readonly worker: CastMember | undefined;
  /** Somebody who is no worker and not the audit officer, if the list has one. */
  readonly outsider: CastMember | undefined;
  readonly everybody: readonly CastMember[];
}

/** One person of the list, with the id of the case. */
export interface CastMember extends StaffMember {
  readonly id: string;
}

/**
 * Casts the story from the office's staff list.
 * @throws {CliFault} `usage` where an office has nobody, or there are fewer than two handlers.
 */
export function castFrom(people: readonly StaffMember[]): Cast {
  const everybody = people.map((member, index) => ({ ...member, id: `person-${index + 1}` }));
  const holding = (office: Office) => everybody.filter((member) => member.office === office);
  const [chiefOfficer] = holding('chief-officer');
  const [auditOfficer] = holding('audit-officer');
  const [manager] = holding('manager');
  const [first, second, ...others] = holding('handler');
  if (!chiefOfficer || !auditOfficer || !manager || !first || !second) {
    throw new CliFault(
      'usage',
      '名簿に、総括責任者・監査責任者・管理責任者を1人ずつと、事務取扱担当者を2人以上載せてください。',
    );
  }
  const worker = everybody.find(({ office, isWorker }) => office === null && isWorker);
  const outsider = everybody.find(
    ({ office, isWorker }) => office !== 'audit-officer' && !isWorker,
  );
  const withFrom = outsider && { ...outsider, from: outsider.from ?? manager.from };
  const handlers = [first, second, ...others] as const;
  const offices = { chiefOfficer, auditOfficer, manager, handlers };
  return { ...offices, worker, outsider: withFrom, everybody };
}

/** The last day of the story, counted from its first. */
export const storyDays = 330;

/** The second handler is needed up to here; who stays longer is extended before that (10.1). */
const secondHandlerDays = 150;

const [earliestStart, latestStart] = ['2016-01-01', '2099-12-31'] as const;

/**
 * Holds the story's days to the periods of the staff list: who is not in office yet, or not any
 * more, could not take his part.
 * @throws {CliFault} `usage`, naming the first person who is not in office throughout.
 */
export function requireInOffice(cast: Cast, base: Day): void {
  if (base < earliestStart || base > latestStart) {
    throw new CliFault('usage', `--date は ${earliestStart} から ${latestStart} までの日です。`);
  }
  const absent = absentIn(cast, base);
  if (absent === undefined) return;
  const { name, from, until } = absent.member;
  throw new CliFault(
    'usage',
    `筋書きでは、${base} から ${absent.last} まで「${name}」が役割に就いている必要があります（名簿では ${from ?? ''} から ${until ?? '定めなし'}）。名簿か --date を直してください。`,
  );
}

/** Whether everybody whom the story needs is in office throughout. */
export const isInOffice = (cast: Cast, base: Day): boolean => absentIn(cast, base) === undefined;

/** The first person who is not in office as long as the story needs him, and until when that is. */
function absentIn({ chiefOfficer, auditOfficer, manager, handlers }: Cast, base: Day) {
  return [
    ...[chiefOfficer, auditOfficer, manager].map((member) => ({ member, days: storyDays })),
    { member: handlers[1], days: secondHandlerDays },
    { member: handlers[0], days: storyDays },
  ]
    .map(({ member, days }) => ({ member, last: addDays(base, days) }))
    .find(({ member: { from, until }, last }) => (from ?? base) > base || (until ?? last) < last);
}
