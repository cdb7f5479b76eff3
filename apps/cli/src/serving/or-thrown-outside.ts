import { faultLine } from '@kanribo/server';
import { CliFault } from '../cli-fault.ts';
import { platform } from '../platform.ts';

const events = ['uncaughtException', 'unhandledRejection'] as const;
const closingMs = 30_000;

/**
 * Does something as long as nothing is thrown that nobody waits for. What is thrown so is written in
 * one line; then this ends, so that everything around it is closed and the process ends with 1.
 * Where closing hangs, the process ends all the same.
 * @throws {CliFault} `failed`.
 */
export async function orThrownOutside(
  log: (line: string) => void,
  use: () => Promise<void>,
): Promise<void> {
  const thrown = Promise.withResolvers<never>();
  const note = (fault: unknown) => {
    log(`${platform.clock.now()} outside a request: ${faultLine(fault)}`);
    setTimeout(() => process.exit(1), closingMs).unref();
    thrown.reject(
      new CliFault(
        'failed',
        '予期しない問題が起きたため、サーバーを終えました。記録したものは失われていません。もう一度起動してください。',
      ),
    );
  };
  for (const event of events) process.on(event, note);
  await Promise.race([use(), thrown.promise]);
  // Not after a fault: what comes while everything is closed is written too, and cuts nothing short.
  for (const event of events) process.off(event, note);
}
