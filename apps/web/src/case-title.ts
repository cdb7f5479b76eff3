import type { AnswerOf } from './api/call.ts';

/** The declaration an id of a case belongs to. */
export function declarationOfCase(id: string): string {
  return id.replace(/-\d+$/u, '');
}

/** What a case without a name of its own is called: `持出管理簿 8`. */
export function caseTitle({ declarations }: AnswerOf<'declarations'>, id: string): string {
  const name = declarationOfCase(id);
  const title = declarations.find((found) => found.name === name)?.title;
  return title === undefined ? id : `${title} ${id.slice(name.length + 1)}`;
}
