import type { RouteName } from '@kanribo/api';
import { type Result, err } from '@kanribo/kernel';
import type { BoundHandler } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, isFile } from '../http/reply.ts';

/** What takes the server long: papers, files and whole logs. */
const costly = [
  'bundle',
  'fillWordForm',
  'importRows',
  'keepEvidence',
  'keepWordForm',
  'previewImport',
  'previewPaper',
  'printPaper',
  'readAnnex',
  'sheetCsv',
  'sheetXlsx',
  'wordForm',
  'wordFormPreview',
] as const satisfies readonly RouteName[];

/** How many of these one account may have under way at once. */
const mostAtOnce = 4;

const message = `時間のかかる処理（書面、ファイル、書き出し）は、同時に${mostAtOnce}件までです。先の処理が終わってから、もう一度お試しください。`;

type Handlers = Readonly<Record<RouteName, BoundHandler>>;

/** Lets nobody alone keep the server busy: of what is costly an account has a few under way. */
export function fewAtOnce(handlers: Handlers): Handlers {
  const underWay = new Map<string, number>();
  const bounded: Record<RouteName, BoundHandler> = { ...handlers };
  for (const name of costly) bounded[name] = boundedBy(underWay, handlers[name]);
  return bounded;
}

function boundedBy(underWay: Map<string, number>, handler: BoundHandler): BoundHandler {
  return {
    route: handler.route,
    run: async (raw) => {
      const account = raw.held?.session.account ?? '';
      const before = underWay.get(account) ?? 0;
      if (before >= mostAtOnce) return err({ code: 'try-later', message, retryAfter: 2 });
      underWay.set(account, before + 1);
      const over = () => {
        const left = (underWay.get(account) ?? 1) - 1;
        if (left > 0) underWay.set(account, left);
        else underWay.delete(account);
      };
      return untilSent(
        await handler.run(raw).catch((fault: unknown) => rethrow(fault, over)),
        over,
      );
    },
  };
}

function rethrow(fault: unknown, over: () => void): never {
  over();
  throw fault;
}

type Answer = Result<Reply<unknown>, Problem>;

/** A file that comes in chunks is under way until its last one has left, or nobody takes them. */
function untilSent(answer: Answer, over: () => void): Answer {
  const body = answer.ok ? answer.value.body : undefined;
  if (!answer.ok || !isFile(body) || body.content instanceof Uint8Array) {
    over();
    return answer;
  }
  const content = endingWith(body.content, over);
  return { ok: true, value: { ...answer.value, body: { ...body, content } } };
}

function endingWith(
  chunks: AsyncIterable<Uint8Array>,
  over: () => void,
): AsyncIterable<Uint8Array> {
  let end = () => {
    end = () => undefined;
    over();
  };
  // No generator: one that nobody began does not tell that it ended.
  return {
    [Symbol.asyncIterator]: () => {
      const inner = chunks[Symbol.asyncIterator]();
      return {
        next: async () => {
          const step = await inner.next().catch((fault: unknown) => rethrow(fault, end));
          if (step.done === true) end();
          return step;
        },
        return: async () => {
          end();
          await inner.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
