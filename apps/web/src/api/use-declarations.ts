import type { DeclarationAnswer } from '@kanribo/api';
import type { AnswerOf } from './call.ts';
import { type Asked, useAnswer } from './use-answer.ts';

/** Every declared register, filing, approval and word of a contract. */
export function useDeclarations(contract: string): Asked<AnswerOf<'declarations'>> {
  return useAnswer('declarations', { params: { contract } });
}

/** One declaration by its name; undefined where this release has none of it. */
export function declarationIn(
  { declarations }: AnswerOf<'declarations'>,
  name: string,
): DeclarationAnswer | undefined {
  return declarations.find((found) => found.name === name);
}
