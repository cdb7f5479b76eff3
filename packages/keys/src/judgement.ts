import type { CheckpointRequest, SigningRefusal } from '@kanribo/application';
import { equalBytes } from '@kanribo/kernel';
import type { Standing } from './guard-state.ts';

/** What the guard says to a head: sign it as a new one, sign it once more, or do not sign it. */
export type Judgement =
  | { readonly verdict: 'sign' }
  | { readonly verdict: 'sign-again' }
  | { readonly verdict: 'refuse'; readonly refusal: SigningRefusal };

/** Whether a log with this head contains all that was ever signed for its origin. */
export async function judge(standing: Standing, request: CheckpointRequest): Promise<Judgement> {
  const { origin, size } = request;
  if (standing.status === 'unknown') return refuse({ code: 'guard-unknown', origin });
  const signedSize = standing.status === 'signed' ? standing.head.size : 0;
  if (size < signedSize) return refuse({ code: 'guard-ahead', origin, signedSize, size });
  const differs = refuse({ code: 'guard-differs', origin, signedSize });
  // A tree that goes on under another origin has nothing more to say under this one.
  if (standing.isEnded) return differs;
  if (standing.status === 'unsigned') return { verdict: 'sign' };
  const isSameSize = size === signedSize;
  const root = isSameSize ? request.root : await request.rootAt(signedSize);
  if (!equalBytes(root, standing.head.root)) return differs;
  return { verdict: isSameSize ? 'sign-again' : 'sign' };
}

const refuse = (refusal: SigningRefusal): Judgement => ({ verdict: 'refuse', refusal });
