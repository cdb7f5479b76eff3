import {
  type Case,
  caseOf,
  casesOf,
  catalogue,
  deviationSentences,
  isLate,
  isVoided,
  textOf,
  titleOfId,
} from '@kanribo/domain';
import type { FakeContract } from './fake-contracts.ts';

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(deviationSentences));

/** A case as a line of a list. */
export function lineOf(contract: FakeContract, found: Case) {
  const { id, declaration, status, values, steps } = found;
  const particulars: Record<string, string> = {};
  for (const { sequence } of steps) Object.assign(particulars, contract.beside(sequence));
  const version = (steps.at(-1) ?? steps[0]).sequence;
  const marks = marksOf(contract, found);
  const { occurredAt } = steps[0];
  return { id, declaration, status, version, values, particulars, marks, occurredAt };
}

/** A case with its history. */
export function shownCase(contract: FakeContract, found: Case) {
  const steps = found.steps.map((taken) => {
    const { given: _, source = null, ...shown } = taken;
    const particulars = contract.beside(taken.sequence);
    return { ...shown, isLate: isLate(taken), particulars, erased: [], source };
  });
  const { occurredAt: _, ...line } = lineOf(contract, found);
  return { ...line, steps };
}

/** Names of everything some cases name. */
export function namesIn(contract: FakeContract, cases: readonly Case[]): Record<string, string> {
  const ids = cases.flatMap(({ id, values, steps }) => [
    id,
    ...Object.values(values)
      .flat()
      .filter((value) => typeof value === 'string'),
    ...steps.flatMap(({ actor, source }) => [actor, ...(source ? [source.import] : [])]),
  ]);
  return Object.fromEntries([...new Set(ids)].map((id) => [id, nameOf(contract, id)]));
}

/** What an id is called. */
export function nameOf(contract: FakeContract, id: string): string {
  const found = caseOf(contract.life.contract, id);
  if (found === undefined) return titleOfId(id);
  const title = catalogue.get(found.declaration)?.title ?? found.declaration;
  const isAppointment = catalogue.get(found.declaration)?.preset === 'appointment';
  const appointed = isAppointment ? textOf(found.values, 'person') : null;
  if (appointed) return `${title}（${nameOf(contract, appointed)}）`;
  const particulars = found.steps.map(({ sequence }) => contract.beside(sequence));
  const said = [found.values, ...particulars].flatMap((values) =>
    (found.declaration === 'subcontract' ? ['firm'] : ['name', 'label', 'title']).flatMap(
      (field) => textOf(values, field) ?? [],
    ),
  );
  return said.at(-1) ?? `${title} ${id.slice(found.declaration.length + 1)}`;
}

function marksOf({ life }: FakeContract, found: Case): string[] {
  const against = [...casesOf(life.contract, 'deviation')]
    .filter((one) => textOf(one.values, 'of') === found.id)
    .map((one) => {
      const said = `逸脱：${sentences.get(textOf(one.values, 'code') ?? '') ?? ''}`;
      return isVoided(one) ? `取消し：${said}` : said;
    });
  return [
    ...(isVoided(found) ? ['取消し'] : []),
    ...against,
    ...(found.steps.some(isLate) ? ['遅延記録'] : []),
    ...(found.steps.some(({ step }) => step === 'corrected') ? ['訂正あり'] : []),
  ];
}
