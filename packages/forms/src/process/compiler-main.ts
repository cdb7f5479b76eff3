import { Worker } from 'node:worker_threads';
import { parseJob } from './messages.ts';
import { openTypst } from './typst.ts';

// While a document compiles this thread is deaf, so another one watches whether the parent lives.
const watch = new Worker(new URL('parent-watch.ts', import.meta.url), { execArgv: [] });
watch.unref();

const compile = openTypst();

process.on('message', (message: unknown) => {
  const job = parseJob(message);
  if (job === undefined) throw new TypeError('not a job');
  process.send?.(compile(job));
});
