import { declarationOf, routes } from '@kanribo/api';
import { annexOn, basics, catalogue, textOf } from '@kanribo/domain';
import { type Day, ok, parseDay } from '@kanribo/kernel';
import { readBeside } from '../contracts/beside-entries.ts';
import { changesAhead } from '../contracts/calendar.ts';
import { partiesOf } from '../contracts/contract-head.ts';
import { entriesBefore, readShown } from '../contracts/log-reading.ts';
import { lookAt } from '../contracts/looking.ts';
import { rolesShown } from '../contracts/roles.ts';
import { mapOf, shownStanding } from '../contracts/standings.ts';
import { type Task, tasksOf } from '../contracts/tasks.ts';
import { witnessedSize } from '../contracts/witness.ts';
import { handle } from '../http/handle.ts';
import type { Parts } from '../parts.ts';

const declarations = [...catalogue.values()].map(declarationOf);

/** What is asked of a contract as a whole. */
export function contractHandlers(parts: Parts) {
  return {
    contract: handle(routes.contract, async ({ member }) => {
      const seen = await lookAt(parts, member, { at: 'contract', subjects: [] });
      if (!seen.ok) return seen;
      const { contract, today, roles } = seen.value;
      const values = basics(contract)?.values;
      const adopted = annexOn(contract, today);
      const body = {
        id: member.contract,
        isSetUp: values !== undefined,
        ...(await partiesOf(parts, member, contract)),
        startsOn: textOf(values ?? {}, 'startsOn'),
        endsOn: textOf(values ?? {}, 'endsOn'),
        size: contract.size,
        today,
        roles: rolesShown(member, { roles }),
        auditUntil: member.audit?.until ?? null,
        profile: textOf(adopted?.values ?? {}, 'profile') ?? '',
        readOnly: (await parts.instance.readOnly(member.contract)) !== undefined,
      };
      return ok({ body });
    }),
    declarations: handle(routes.declarations, async ({ member }) => {
      const seen = await lookAt(parts, member, { at: 'roles', subjects: [] });
      return seen.ok ? ok({ body: { declarations } }) : seen;
    }),
    dutyMap: handle(routes.dutyMap, async ({ member, query }) => {
      const known = dayIn(query.known);
      const look = { at: 'duty-map', subjects: [], ...(known && { known }) } as const;
      const seen = await lookAt(parts, member, look);
      if (!seen.ok) return seen;
      const { contract, today } = seen.value;
      const day = dayIn(query.day) ?? today;
      const standings = mapOf(contract, day).map((one) => shownStanding(contract, one, day));
      return ok({ body: { day, standings } });
    }),
    today: todayHandler(parts),
    calendar: handle(routes.calendar, async ({ member, query }) => {
      const seen = await lookAt(parts, member, { at: 'calendar', subjects: [] });
      if (!seen.ok) return seen;
      const { contract, today } = seen.value;
      const changes = await changesAhead(contract, { from: today, days: query.days });
      return ok({ body: { changes } });
    }),
  };
}

function todayHandler(parts: Parts) {
  return handle(routes.today, async ({ member }) => {
    const seen = await lookAt(parts, member, { at: 'today', subjects: [] });
    if (!seen.ok) return seen;
    const { contract, today, roles } = seen.value;
    const witnessed = witnessedSize(contract);
    const entries = Math.max(0, contract.size - witnessed);
    const since = entries === 0 ? null : await recordedAt(parts, member.contract, witnessed);
    const tasks = [
      ...tasksOf(contract, { today, roles }),
      ...(entries === 0 ? [] : [unwitnessedTask]),
    ];
    const ids = tasks.flatMap((task) => [task.case ?? [], task.of ?? []].flat());
    const names = (await readBeside(parts, member, { contract, cases: [], ids })).namesOf(ids);
    return ok({ body: { day: today, tasks, names, unwitnessed: { entries, since } } });
  });
}

const unwitnessedTask: Task = {
  kind: 'unwitnessed',
  duty: null,
  clause: null,
  title: '委託者がまだ確かめられない記録があります（書面の提出）',
  dueOn: null,
  isDueByHouse: false,
  case: null,
  of: null,
  isMine: true,
};

async function recordedAt(
  parts: Parts,
  contract: Parameters<typeof entriesBefore>[1],
  sequence: number,
): Promise<string | null> {
  const before = sequence + 1;
  const { entries } = await entriesBefore(parts, contract, { before, limit: 1 });
  const [bytes] = entries;
  return bytes === undefined ? null : readShown(bytes).recordedAt;
}

/** A day of a query; its shape was checked, the calendar was not. */
function dayIn(text: string | undefined): Day | undefined {
  const parsed = parseDay(text ?? '');
  return parsed.ok ? parsed.value : undefined;
}
