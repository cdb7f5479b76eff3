import { dayOf } from '@kanribo/kernel';
import { weightOf } from '../refusals/deviations.ts';
import { type Case, isPartyTo, isVoided, isYes, stepOf, textOf } from './case.ts';
import type { Contract } from './contract.ts';
import type { Attempt, Catalogue, Step } from './declaration.ts';
import { casesWith } from './lines.ts';
import { holdsOffice, isOfClient } from './offices.ts';
import { type Refusal, misfit, wayOut } from './refusal.ts';
import { deviationsOf } from './voiding.ts';

/**
 * Why a line is not struck out: the client entered something of it, somebody decided that it was an
 * incident, somebody has still to decide on what deviated, or another record names it.
 */
export function reliedOn(catalogue: Catalogue, step: Step, attempt: Attempt): Refusal | null {
  return (
    enteredByClient(attempt) ?? deviated(catalogue, attempt) ?? named(catalogue, step, attempt)
  );
}

/** What the client's officer entered is the client's: the contractor strikes none of it out. */
function enteredByClient({ contract, actor, id, before }: Attempt): Refusal | null {
  if (isOfClient(contract, actor)) return null;
  const isTheirs = before?.steps.some((taken) => isOfClient(contract, taken.actor)) ?? false;
  if (!isTheirs) return null;
  return { ...misfit('line-of-client', { case: id }), wayOut: [wayOut('ask-client')] };
}

function deviated(catalogue: Catalogue, attempt: Attempt): Refusal | null {
  const { id, before, contract } = attempt;
  if (before === undefined) return null;
  if (isYes(before.values, 'isIncident')) return misfit('line-says-incident', { case: id });
  const all = deviationsOf(attempt);
  const incident = all.find(({ values }) => isYes(values, 'isIncident'));
  if (incident !== undefined) return misfit('line-is-incident', { case: id, by: incident.id });
  const asked = all.filter(({ values }) => weightOf(textOf(values, 'code')) !== 'house');
  const open = asked.find((one) => !isDecidedApart(contract, one, before));
  if (open === undefined) return null;
  const isCorrectable = (catalogue.get(before.declaration)?.correctable.length ?? 0) > 0;
  const ways = [
    wayOut('chief-decides-first', { case: open.id }),
    ...(isCorrectable ? [wayOut('correct-instead', { case: id })] : []),
  ];
  return { ...misfit('line-undecided', { case: id, by: open.id }), wayOut: ways };
}

/** Whether the last word on a deviation is a chief officer's who has no part in the line. */
function isDecidedApart(contract: Contract, deviation: Case, line: Case): boolean {
  const decided = stepOf(deviation, 'decided');
  if (decided === undefined || isPartyTo(line, decided.actor)) return false;
  const held = { person: decided.actor, day: dayOf(decided.recordedAt) };
  return holdsOffice(contract, 'chief-officer', held);
}

function named(catalogue: Catalogue, step: Step, attempt: Attempt): Refusal | null {
  const { contract, id } = attempt;
  const along = new Set((step.also?.(attempt) ?? []).map((one) => one.case));
  const declaration = attempt.before?.declaration ?? '';
  for (const { name, field } of namings(catalogue, declaration)) {
    const found = casesWith(contract, name, { field, value: id });
    const by = found.find((one) => one.id !== id && !along.has(one.id) && !isVoided(one));
    if (by !== undefined) {
      const ways = [wayOut('void-that-first', { case: by.id })];
      return { ...misfit('line-relied-on', { case: id, by: by.id }), wayOut: ways };
    }
  }
  return null;
}

/** The fields by which cases of any declaration name cases of this one. */
function* namings(catalogue: Catalogue, declaration: string) {
  for (const { name, fields } of catalogue.values()) {
    if (name === 'deviation') continue;
    for (const [field, declared] of Object.entries(fields)) {
      if (declared.type !== 'case' && declared.type !== 'cases') continue;
      const isAbout = declared.of.length === 0 || declared.of.includes(declaration);
      if (isAbout) yield { name, field };
    }
  }
}
