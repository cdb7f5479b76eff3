import { type DutyId, isDutyId } from '@kanribo/annex';
import {
  type Day,
  type JsonObject,
  type Moment,
  type Result,
  dayOf,
  err,
  exhaustive,
  ok,
} from '@kanribo/kernel';
import { catalogue } from './catalogue.ts';
import { type ClientWord, clientWords } from './client-words.ts';
import { complianceReportValues } from './compliance.ts';
import { dutyMap, standingOf } from './duties.ts';
import type { Case } from './engine/case.ts';
import { type Contract, type Page, caseOf, casesOf, pageEnd } from './engine/contract.ts';
import { rolesOf } from './engine/offices.ts';
import { type Refusal, misfit } from './engine/refusal.ts';
import type { Standing } from './engine/standing.ts';
import { type Reconciliation, reconciliation } from './movements/questions.ts';
import { type Ending, endingSoon } from './organisation/questions.ts';
import { type TreeNode, subcontractTree } from './subcontracts/questions.ts';
import { type RelatedStaff, relatedStaff, untrained } from './training/questions.ts';
import { type Balance, type Kept, balanceOn, whereaboutsOn } from './things/questions.ts';

/** What can be asked of a contract. */
export type Question =
  | { readonly kind: 'duty-map'; readonly day: Day }
  | { readonly kind: 'standing'; readonly duty: string; readonly day: Day }
  /** All lines of a register, or a page: so many after a case, oldest first. */
  | ({ readonly kind: 'register'; readonly declaration: string } & Page)
  | { readonly kind: 'case'; readonly case: string }
  /** Where all things were, or a page of them. */
  | ({ readonly kind: 'whereabouts'; readonly day: Day } & Page)
  | { readonly kind: 'reconciliation'; readonly day: Day }
  | { readonly kind: 'ending-soon'; readonly day: Day }
  | { readonly kind: 'related-staff'; readonly day: Day }
  | { readonly kind: 'client-words'; readonly day: Day }
  | { readonly kind: 'subcontract-tree'; readonly day: Day }
  | { readonly kind: 'compliance-report'; readonly day: Day }
  /** Everything known of the contract, to print a paper from. */
  | { readonly kind: 'whole' };

/** The case to ask on after, where the page asked for leaves others. */
type Next = string | null;

/** What it is answered with. */
export type Answer =
  | { readonly kind: 'duty-map'; readonly standings: readonly Standing[] }
  | { readonly kind: 'standing'; readonly standing: Standing }
  | { readonly kind: 'register'; readonly cases: readonly Case[]; readonly next: Next }
  | { readonly kind: 'case'; readonly case: Case }
  | { readonly kind: 'whole'; readonly contract: Contract }
  | { readonly kind: 'client-words'; readonly words: readonly ClientWord[] }
  | { readonly kind: 'subcontract-tree'; readonly nodes: readonly TreeNode[] }
  /** What a report of the day states, to prepare it with. */
  | { readonly kind: 'compliance-report'; readonly values: JsonObject }
  | { readonly kind: 'reconciliation'; readonly found: Reconciliation }
  | { readonly kind: 'ending-soon'; readonly endings: readonly Ending[] }
  | {
      readonly kind: 'related-staff';
      readonly staff: readonly RelatedStaff[];
      /** Those of them who attended no education yet. */
      readonly untrained: readonly RelatedStaff[];
    }
  | {
      readonly kind: 'whereabouts';
      readonly things: readonly Kept[];
      readonly next: Next;
      readonly balance: Balance;
    };

/** Who asks, and when it is by the recorder's clock. */
export interface Asker {
  readonly actor: string;
  readonly now: Moment;
}

/** Answers a question to somebody in office, the first set-up or the software; refuses others. */
export function answer(
  contract: Contract,
  question: Question,
  { actor, now }: Asker,
): Result<Answer, Refusal> {
  if (rolesOf(contract, actor, dayOf(now)).size === 0) {
    return err({ ...misfit('role-missing', { actor }), house: true });
  }
  switch (question.kind) {
    case 'duty-map':
      return ok({ kind: 'duty-map', standings: dutyMap(contract, question.day) });
    case 'standing':
      return isDutyId(question.duty)
        ? ok(standingAnswer(contract, question.duty, question.day))
        : err(misfit('unknown-case', { case: question.duty }));
    case 'register':
      return registerAnswer(contract, question);
    case 'case':
      return caseAnswer(contract, question.case);
    case 'whereabouts':
      return ok(whereaboutsAnswer(contract, question));
    case 'reconciliation':
      return ok({ kind: 'reconciliation', found: reconciliation(contract, question.day) });
    case 'ending-soon':
      return ok({ kind: 'ending-soon', endings: endingSoon(contract, question.day) });
    case 'related-staff':
      return ok(staffAnswer(contract, question.day));
    case 'client-words':
      return ok({ kind: 'client-words', words: clientWords(contract, question.day) });
    case 'subcontract-tree':
      return ok({ kind: 'subcontract-tree', nodes: subcontractTree(contract, question.day) });
    case 'compliance-report':
      return ok({
        kind: 'compliance-report',
        values: complianceReportValues(contract, question.day),
      });
    case 'whole':
      return ok({ kind: 'whole', contract });
    default:
      return exhaustive(question);
  }
}

function standingAnswer(contract: Contract, duty: DutyId, day: Day): Answer {
  return { kind: 'standing', standing: standingOf(contract, duty, day) };
}

function registerAnswer(
  contract: Contract,
  { declaration, ...page }: Page & { readonly declaration: string },
): Result<Answer, Refusal> {
  if (!catalogue.has(declaration)) return err(misfit('unknown-declaration', { declaration }));
  const cases = [...casesOf(contract, declaration, page)];
  return ok({ kind: 'register', cases, next: pageEnd(contract, declaration, page) });
}

function caseAnswer(contract: Contract, id: string): Result<Answer, Refusal> {
  const found = caseOf(contract, id);
  return found === undefined
    ? err(misfit('unknown-case', { case: id }))
    : ok({ kind: 'case', case: found });
}

function staffAnswer(contract: Contract, day: Day): Answer {
  const staff = relatedStaff(contract, day);
  return { kind: 'related-staff', staff, untrained: untrained(contract, day) };
}

function whereaboutsAnswer(
  contract: Contract,
  { day, ...page }: Page & { readonly day: Day },
): Answer {
  const things = whereaboutsOn(contract, day, page);
  const next = pageEnd(contract, 'thing', page);
  return { kind: 'whereabouts', things, next, balance: balanceOn(contract, day) };
}
