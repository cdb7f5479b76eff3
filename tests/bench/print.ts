import { openFormRenderer } from '@kanribo/forms';
import { compilersOf, megabytesOf } from '../../packages/forms/src/fixtures/child-processes.ts';
import { keyFiling } from '../../packages/forms/src/fixtures/key-filing.ts';
import { longRegister } from '../../packages/forms/src/fixtures/long-register.ts';
import { type Report, medianOf, millisecondsOf, rough } from './parts/report.ts';

const registerRows = 200;
const rounds = 40;

/** Limits of the ratios. */
export const limits = {
  'warm page / 20 ms (time)': '1 以下',
  'memory, last quarter / first quarter (peaks)': '1.2 以下',
};

/** Printing: a page cold and warm, and whether memory stays flat over many pages. */
export async function run(): Promise<Report> {
  const renderer = openFormRenderer();
  try {
    const cold = await millisecondsOf(() => renderer.renderDocument(keyFiling));
    const single: number[] = [];
    const perPage: number[] = [];
    const memory: number[] = [];
    let pages = 0;
    for (let round = 0; round < rounds; round += 1) {
      single.push(await millisecondsOf(() => renderer.renderDocument(keyFiling)));
      const document = longRegister(registerRows);
      let made = 0;
      const time = await millisecondsOf(async () => {
        made = (await renderer.renderDocument(document)).pages;
      });
      pages += made;
      perPage.push(time / made);
      memory.push(memoryInUse());
    }
    return reportOf({ cold, single, perPage, memory, pages });
  } finally {
    await renderer.close();
  }
}

interface Times {
  readonly cold: number;
  readonly single: readonly number[];
  readonly perPage: readonly number[];
  readonly memory: readonly number[];
  readonly pages: number;
}

function reportOf({ cold, single, perPage, memory, pages }: Times): Report {
  const early = Math.max(...memory.slice(0, rounds / 4));
  const late = Math.max(...memory.slice(-rounds / 4));
  return {
    bench: 'print',
    ratios: {
      'warm page / 20 ms (time)': rough(medianOf(perPage) / 20),
      'memory, last quarter / first quarter (peaks)': rough(late / early),
    },
    figures: {
      'first page in a new process, ms': rough(cold),
      'one filing of its own, warm, ms': rough(medianOf(single)),
      'page of a long register, warm, ms': rough(medianOf(perPage)),
      'memory at its highest, MB': rough(Math.max(...memory)),
      'pages made': pages,
    },
  };
}

/** Megabytes of the compiling process and of this one. */
function memoryInUse(): number {
  const children = compilersOf(process.pid).map((id) => megabytesOf(id) ?? 0);
  return children.reduce((sum, each) => sum + each, process.memoryUsage().rss / 1_048_576);
}
