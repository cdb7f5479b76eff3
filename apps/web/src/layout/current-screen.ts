import { useParams } from '@tanstack/react-router';
import { declarationIn, useDeclarations } from '../api/use-declarations.ts';
import { declarationOfCase } from '../case-title.ts';
import { listOf } from './list-of.ts';

/** The list a register or a case belongs to; undefined on screens that are no part of one. */
export function useListOfScreen(contract: string): ReturnType<typeof listOf> {
  const params = useParams({ strict: false });
  const asked = useDeclarations(contract);
  const name = params.declaration ?? declarationOfCase(params.case ?? '');
  if (name === '' || asked.state !== 'here') return undefined;
  return listOf(declarationIn(asked.value, name)?.preset ?? '');
}
