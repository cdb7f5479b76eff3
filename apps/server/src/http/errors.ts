import type { FastifyInstance } from 'fastify';
import type { Parts } from '../parts.ts';
import { problemOfFault } from './faults.ts';
import { type Problem, errorAnswerOf, statusOf } from './problem.ts';

/** Answers what was thrown, and what is not there; the server's log alone is told the words. */
export function addErrors(app: FastifyInstance, { log }: Pick<Parts, 'log'>): void {
  app.setErrorHandler(async (fault, { id, method, url }, reply) => {
    const foreseen = problemOfFault(fault);
    const place = `${method} ${url.split('?', 1)[0] ?? ''}`;
    if (foreseen === undefined) log(`${id} ${place}: ${detailOf(fault)}`);
    const problem: Problem = foreseen ?? { code: 'unexpected' };
    return reply
      .code(statusOf(problem))
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(errorAnswerOf(problem, id)));
  });
}

function detailOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const cause = fault.cause === undefined ? '' : `\ncause: ${detailOf(fault.cause)}`;
  return `${fault.stack ?? fault.message}${cause}`;
}
