import { type Progress, type Verdict, verify } from '@kanribo/evidence';
import { useRef, useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { sha256, sha256Stream, verifySignature } from './browser-crypto.ts';
import { type ChosenFile, chosenBundle } from './chosen-bundle.ts';

/** How far a verification in the page has come. */
export type Verification =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: Progress | undefined }
  | { readonly state: 'done'; readonly verdict: Verdict; readonly about: VerifiedBundle }
  /** The files could not be read: moved or changed since they were chosen. */
  | { readonly state: 'unread' };

/** What is verified, and with what the reader holds. */
export interface VerificationOrder {
  readonly files: readonly ChosenFile[];
  readonly key: string;
  readonly since: string;
}

/** What a verdict is about, as it is said on paper. */
export interface VerifiedBundle {
  readonly at: string;
  readonly files: number;
  readonly key: string;
  readonly since: string;
}

const pauseMs = 200;

/** Verifies a bundle in this page, pausing now and then so that the page stays awake. */
export function useVerification(): {
  readonly verification: Verification;
  readonly start: (order: VerificationOrder) => Promise<void>;
} {
  const [verification, setVerification] = useState<Verification>({ state: 'idle' });
  const latest = useRef(0);
  const start = async ({ files, key, since }: VerificationOrder) => {
    latest.current += 1;
    const turn = latest.current;
    const tell = (told: Verification) => {
      if (latest.current === turn) setVerification(told);
    };
    let told = 0;
    tell({ state: 'running', progress: undefined });
    try {
      const verdict = await verify(chosenBundle(files), {
        sha256,
        sha256Stream,
        verifySignature,
        ...(key.trim() !== '' && { key: key.trim() }),
        ...(since.trim() !== '' && { since: since.includes('\n') ? since : since.trim() }),
        onProgress: (progress) => {
          if (Date.now() - told < pauseMs) return;
          told = Date.now();
          tell({ state: 'running', progress });
        },
      });
      const about = { at: serverNow(), files: files.length, key: key.trim(), since: since.trim() };
      tell({ state: 'done', verdict, about });
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
      tell({ state: 'unread' });
    }
  };
  return { verification, start };
}
