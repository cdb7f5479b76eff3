import { type Result, err, ok } from '@kanribo/kernel';
import type { AccountSecret } from './ports.ts';
import type { SecondStepRefusal } from './refusals.ts';
import { type AccountsTools, nowMs } from './tools.ts';

/** One step before and after now is taken for now (RFC 6238 §5.2). */
const acceptedSteps = 1;
/** A right code of up to ten minutes away tells that the clocks differ. */
const reach = 20;
const stepSeconds = 30;

/**
 * Uses a code: each step of a secret is used once, whoever else tries at the same time. A code of
 * a neighbouring window is not taken, but says by how much the clocks differ.
 */
export async function useTotpCode(
  tools: AccountsTools,
  secret: AccountSecret,
  code: string,
): Promise<Result<undefined, SecondStepRefusal>> {
  const found = tools.totp.find(secret.value, code, { nowMs: nowMs(tools), reach });
  if (found === undefined) return err({ code: 'factor-wrong' });
  if (Math.abs(found.offBy) > acceptedSteps) {
    const minutes = Math.round((found.offBy * stepSeconds) / 60);
    return err({ code: 'clocks-differ', minutes });
  }
  const isFirst = await tools.store.spend(secret.id, found.step);
  return isFirst ? ok(undefined) : err({ code: 'code-used' });
}
