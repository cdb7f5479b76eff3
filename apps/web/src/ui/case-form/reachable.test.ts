import { declarationOf } from '@kanribo/api';
import { catalogue } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { destinations } from '../../layout/destinations.ts';
import { listOf } from '../../layout/list-of.ts';
import { stepsFrom } from './declared.ts';

const linked: ReadonlySet<string> = new Set(
  destinations.flatMap(({ screens }) => screens.map(({ to }) => to)),
);

test('WEB-35: every step that a person may take is taken on a screen of its list', () => {
  const lost = [...catalogue.values()].map(declarationOf).flatMap((declaration) => {
    const list = listOf(declaration.preset);
    if (list === undefined || !linked.has(list)) return [declaration.name];
    return declaration.steps.flatMap(({ name, from, by }) =>
      by
        .filter((role) => role !== 'software')
        .filter(
          (role) =>
            !from.every((status) =>
              stepsFrom(declaration, { status, roles: [role] }).some((step) => step.name === name),
            ),
        )
        .map((role) => `${declaration.name}/${name} by ${role}`),
    );
  });
  expect(lost).toEqual([]);
});
