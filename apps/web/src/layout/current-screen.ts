import { useParams } from '@tanstack/react-router';
import { declarationIn, useDeclarations } from '../api/use-declarations.ts';
import { declarationOfCase } from '../case-title.ts';
import type { destinations } from './destinations.ts';

type Destination = (typeof destinations)[number]['screens'][number]['to'];

const lists: Readonly<Record<string, Destination>> = {
  register: '/contracts/$contract/registers',
  basics: '/contracts/$contract/basics',
  appointment: '/contracts/$contract/basics',
  filing: '/contracts/$contract/filings',
  approval: '/contracts/$contract/approvals',
  word: '/contracts/$contract/approvals',
};

/** The list a register or a case belongs to; undefined on screens that are no part of one. */
export function useListOfScreen(contract: string): Destination | undefined {
  const params = useParams({ strict: false });
  const asked = useDeclarations(contract);
  const name = params.declaration ?? declarationOfCase(params.case ?? '');
  if (name === '' || asked.state !== 'here') return undefined;
  return lists[declarationIn(asked.value, name)?.preset ?? ''];
}
