import { toHex, utf8 } from '@kanribo/kernel';
import type { BundleSource } from '../bundle-source.ts';
import type { Finding } from '../findings.ts';
import { logDeclarations } from '../log-declarations.ts';
import { type Verdict, type VerifyOptions, verify } from '../index.ts';
import { type MemoryBundle, bundleFrom, gather, sourceOf } from './memory-bundle.ts';
import { SampleLog } from './sample-log.ts';
import { sha256, sha256Stream, verifySignature } from './tools.ts';

/** The origins of the logs of a test's contract. */
export const origins = {
  register: 'kanribo.example/nerima-2026/register/0',
  access: 'kanribo.example/nerima-2026/access/0',
  instance: 'kanribo.example/instance/0',
} as const;

/** A scan that an entry names, and a document that was made. */
export const scan = utf8('a scan');
export const document = utf8('%PDF-1.7 a document');

/** How facts refer to bytes. */
export const referenceTo = (bytes: Uint8Array): string => `sha256:${toHex(sha256(bytes))}`;

/**
 * A register that uses all that a log may: particulars on every third entry, a scan, a document,
 * an erasure of the particulars of entry 3, and anchors.
 */
export function sampleRegister(length = 20): SampleLog {
  const log = new SampleLog(origins.register);
  for (let at = 0; at < length; at += 1) {
    log.append(at % 3 === 0 ? { particulars: { name: `山田 ${at}` } } : {});
  }
  log.append({ facts: { scan: referenceTo(scan) } });
  log.append({ declaration: logDeclarations.rendered, facts: { pdf: referenceTo(document) } });
  return log.erase(3);
}

/** An access log of some entries. */
export function sampleAccess(length = 5): SampleLog {
  const log = new SampleLog(origins.access);
  for (let at = 0; at < length; at += 1) log.append({ declaration: 'access/opened@1' });
  return log;
}

/** The files of a bundle with these logs whole, and the sample evidence. */
export const filesOf = async (...logs: readonly SampleLog[]): Promise<MemoryBundle> =>
  gather(
    bundleFrom(
      logs.map((log) => log.content()),
      [scan, document],
    ),
  );

/** The verdict over files in memory, or over any bundle. */
export async function verdictOn(
  bundle: MemoryBundle | BundleSource,
  options: Partial<VerifyOptions> = {},
): Promise<Verdict> {
  const source = bundle instanceof Map ? sourceOf(bundle) : bundle;
  return verify(source, { sha256, sha256Stream, verifySignature, ...options });
}

/** All findings of a verdict. */
export const findingsOf = ({ damages, notices }: Verdict): readonly Finding[] => [
  ...damages,
  ...notices,
];

/** The codes of what broke the bundle. */
export const damageCodesOf = ({ damages }: Verdict): readonly string[] =>
  damages.map(({ code }) => code);

/** Rewrites a text file of a bundle. */
export function rewrite(
  files: MemoryBundle,
  name: string,
  change: (text: string) => string,
): MemoryBundle {
  const text = Buffer.from(files.get(name) ?? []).toString();
  return new Map(files).set(name, utf8(change(text)));
}

/** Rewrites the lines of a text file of a bundle. */
export const rewriteLines = (
  files: MemoryBundle,
  name: string,
  change: (lines: string[]) => readonly string[],
): MemoryBundle =>
  rewrite(files, name, (text) =>
    change(text.split('\n').slice(0, -1))
      .map((line) => `${line}\n`)
      .join(''),
  );
