import type { LogName } from './log-name.ts';

/** Says what the bundle is of, and which logs it holds. */
export const manifestName = 'manifest.json';

/** The verifier key of each log, one a line. */
export const verifierKeysName = 'log.vkey';

/** The signed head of a log. */
export const checkpointName = (log: LogName): string => `${log}/checkpoint`;

/** One entry a line: exactly the bytes that are hashed, and a line feed. */
export const entriesName = (log: LogName): string => `${log}/entries.jsonl`;

/** One line for each entry whose particulars are there. */
export const particularsName = (log: LogName): string => `${log}/particulars.jsonl`;

/** A scan, a photo, an annex text …, by its SHA-256 in lower-case hex. */
export const evidenceName = (digest: string): string => `evidence/${digest}`;

/** A document made by the software, by its SHA-256 in lower-case hex. */
export const documentName = (digest: string): string => `documents/${digest}.pdf`;

/** The digest that the name of an evidence file or a document states; undefined for all else. */
export const digestOfFile = (name: string): string | undefined =>
  evidenceShape.exec(name)?.[1] ?? documentShape.exec(name)?.[1];

const evidenceShape = /^evidence\/([0-9a-f]{64})$/;
const documentShape = /^documents\/([0-9a-f]{64})\.pdf$/;
