import { createHash } from 'node:crypto';
import { exhaustive, isJsonObject, toHex } from '@kanribo/kernel';
import { createKeys, openKeys } from '../open-keys.ts';
import type { KeyDirectory } from '../key-directory.ts';
import type { KeysStep } from '../steps.ts';
import { outcomeOf } from './branches.ts';
import { contractIdOf, valueOf } from './values.ts';

/** What a test asks of another process. */
export type Task =
  | { readonly task: 'create'; readonly directory: string; readonly dieAt?: KeysStep }
  | {
      readonly task: 'contract';
      readonly directory: string;
      readonly contract: string;
      readonly origin: string;
      readonly dieAt?: KeysStep;
    }
  | {
      readonly task: 'certificate';
      readonly directory: string;
      readonly host: string;
      readonly dieAt?: KeysStep;
    }
  | {
      readonly task: 'sign';
      readonly directory: string;
      readonly contract: string;
      readonly origin: string;
      readonly branch: string;
      readonly sizes: readonly number[];
      /** Opens the directory anew before each size, and so makes the guard shorter. */
      readonly isReopening?: boolean;
      readonly dieAt?: KeysStep;
    };

const isTask = (message: unknown): message is Task =>
  isJsonObject(message) && typeof message['task'] === 'string';

process.on('message', (message: unknown) => {
  if (!isTask(message)) throw new Error('not a task');
  void answer(message);
});

async function answer(task: Task): Promise<void> {
  try {
    process.send?.({ done: await run(task) });
  } catch (cause) {
    process.send?.({ failed: String(cause) });
  }
}

function run(task: Task): Promise<unknown> {
  const onStep = (step: KeysStep): void => {
    if (step === task.dieAt) process.kill(process.pid, 'SIGKILL');
  };
  switch (task.task) {
    case 'create':
      return create(task.directory, onStep);
    case 'contract':
      return contract(task, onStep);
    case 'certificate':
      return certificate(task, onStep);
    case 'sign':
      return sign(task, onStep);
    default:
      return exhaustive(task);
  }
}

async function create(directory: string, onStep: (step: KeysStep) => void): Promise<unknown> {
  const made = await createKeys({ directory, protection: { kind: 'file' }, onStep });
  return made.ok ? 'made' : made.error.code;
}

async function contract(
  { directory, contract, origin }: Task & { readonly task: 'contract' },
  onStep: (step: KeysStep) => void,
): Promise<unknown> {
  const keys = await opened(directory, onStep);
  const id = contractIdOf(contract);
  await keys.createContractKeys(id);
  const digest = createHash('sha256').update(await keys.evidenceKey(id));
  return { verifier: await keys.verifierKey(id, origin), evidence: toHex(digest.digest()) };
}

async function certificate(
  { directory, host }: Task & { readonly task: 'certificate' },
  onStep: (step: KeysStep) => void,
): Promise<unknown> {
  const { certificates } = await opened(directory, onStep);
  const made = await certificates.create({ hosts: [host], now: new Date(), replace: false });
  return made.ok ? 'made' : made.error.code;
}

async function sign(
  task: Task & { readonly task: 'sign' },
  onStep: (step: KeysStep) => void,
): Promise<unknown> {
  const { directory, origin, branch } = task;
  let keys = await opened(directory, onStep);
  const signed: number[] = [];
  for (const size of task.sizes) {
    if (task.isReopening === true) keys = await opened(directory, onStep);
    const contractId = contractIdOf(task.contract);
    const outcome = await outcomeOf(keys, { contractId, origin, branch, size });
    if (outcome !== 'signed') continue;
    process.send?.({ signed: size });
    signed.push(size);
  }
  return signed;
}

const opened = async (directory: string, onStep: (step: KeysStep) => void): Promise<KeyDirectory> =>
  valueOf(await openKeys({ directory, onStep }));
