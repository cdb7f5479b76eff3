import type { FastifyInstance } from 'fastify';
import type { Parts } from '../parts.ts';
import { faultLine } from './fault-line.ts';
import { problemOfFault } from './faults.ts';
import { type Problem, errorAnswerOf, statusOf } from './problem.ts';

/**
 * Answers what was thrown, and what is not there; the server's log alone is told the words. It is
 * told the route, not the path that was asked: the token of a link may stand there.
 */
export function addErrors(
  app: FastifyInstance,
  { log, clock }: Pick<Parts, 'log' | 'clock'>,
): void {
  app.setErrorHandler(async (fault, { id, method, routeOptions }, reply) => {
    const foreseen = problemOfFault(fault);
    const place = `${method} ${routeOptions.url ?? 'no route'}`;
    if (foreseen === undefined) log(`${clock.now()} ${id} ${place}: ${faultLine(fault)}`);
    const problem: Problem = foreseen ?? { code: 'unexpected' };
    return reply
      .code(statusOf(problem))
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(errorAnswerOf(problem, id)));
  });
}
