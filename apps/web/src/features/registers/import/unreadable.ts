import type { DeclarationAnswer } from '@kanribo/api';
import { type DeclaredStep, voided } from '../../../ui/case-form/declared.ts';
import { messages } from './messages.ts';
import { laterSteps, openingSteps, reachedFrom } from './targets.ts';

type Roles = readonly string[];

/** What of a register no column is read as, each in a sentence that says how it is entered instead. */
export function unreadable(
  declaration: DeclarationAnswer,
  opening: DeclaredStep | undefined,
  roles: Roles,
): readonly string[] {
  const openings = openingSteps(declaration, roles);
  const begins = declaration.steps.filter(({ from }) => from.includes('new'));
  const ofOpenings = begins
    .filter((step) => isOfPeople(step) && !openings.includes(step))
    .map((step) => reasonOf(declaration, step, roles, 'opening'));
  if (opening === undefined) return ofOpenings;
  const later = laterSteps(declaration, opening, roles);
  const ofLater = reachedFrom(declaration, opening)
    .filter((step) => isOfPeople(step) && step.name !== voided && !later.includes(step))
    .map((step) => reasonOf(declaration, step, roles, 'later'));
  const read = [opening, ...later];
  return [...ofOpenings, ...ofLater, ...attachments(declaration, read)];
}

const isOfPeople = ({ by }: DeclaredStep): boolean => by.some((role) => role !== 'software');

function reasonOf(
  { fields }: DeclarationAnswer,
  { title, nature, by, required }: DeclaredStep,
  roles: Roles,
  place: 'opening' | 'later',
): string {
  const { unread } = messages;
  const instead = unread.instead[place];
  const attached = fields.find(({ name, type }) => type === 'evidence' && required.includes(name));
  if (nature === 'act') return unread.act(title, instead);
  if (attached !== undefined) return unread.attached(title, attached.label, instead);
  return by.some((role) => roles.includes(role)) ? '' : unread.role(title, instead);
}

/** Files that may be attached to the steps that are read. */
function attachments(
  { fields, steps, correctable }: DeclarationAnswer,
  read: readonly DeclaredStep[],
): readonly string[] {
  const asked = new Set(read.flatMap(({ optional }) => optional));
  return fields
    .filter(({ name, type }) => type === 'evidence' && asked.has(name))
    .map(({ name, label }) => {
      if (correctable.includes(name)) return messages.unread.byCorrection(label);
      const later = steps.find(
        ({ from, required, optional }) =>
          !from.includes('new') && [...required, ...optional].includes(name),
      );
      return later === undefined
        ? messages.unread.neverLater(label)
        : messages.unread.byStep(label, later.title);
    });
}
