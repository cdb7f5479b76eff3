import type { LogName } from './log-name.ts';

interface InFile {
  readonly file: string;
}
interface AtLine extends InFile {
  /** From 1. */
  readonly line: number;
}
interface OfLog {
  readonly log: LogName;
}
interface AtEntry extends OfLog {
  readonly sequence: number;
}
interface OfOrigin {
  readonly origin: string;
}
interface OfSize extends OfLog {
  /** Size of the tree the checkpoint is of. */
  readonly size: number;
}
interface Problem {
  /** The code of what the strict reader stumbled over. */
  readonly problem: string;
}
interface Range {
  /** First sequence, inclusive. */
  readonly from: number;
  /** Last sequence, exclusive. */
  readonly to: number;
}

/** What breaks a bundle: each says that something is not as the log's key signed it. */
interface DamageDetails {
  'manifest-missing': InFile;
  'manifest-malformed': InFile & Problem;
  'file-missing': InFile;
  /** A file the bundle has no place for: it proves nothing, and nobody should rely on it. */
  'file-unnamed': InFile;
  'file-repeated': InFile;
  'file-too-long': InFile;
  'files-too-many': { readonly count: number };

  'key-malformed': AtLine & Problem;
  'key-of-other-log': AtLine & OfLog;
  /** The access log is not signed by the contract's one key pair. */
  'key-not-shared': OfLog;
  'given-key-malformed': Problem;
  'given-key-of-other-log': OfOrigin;
  'given-key-differs': OfLog & OfOrigin;
  /** The key in hand is of a later resumption: this bundle was made before it. */
  'given-key-later': OfLog & OfOrigin;

  'checkpoint-malformed': OfLog & InFile & Problem;
  'checkpoint-of-other-log': OfLog & InFile & OfOrigin;
  /** Manifest and signed checkpoint state different heads. */
  'checkpoint-differs': OfLog & InFile;
  'signature-invalid': OfLog & InFile;
  'signature-unknown': OfLog & InFile;

  'entry-malformed': OfLog & AtLine & Problem;
  /** The signed entry itself states another number than its place. */
  'entry-misnumbered': OfLog & AtLine & { readonly sequence: number; readonly stated: number };
  'entry-changed': AtEntry & AtLine;
  'entries-removed': OfLog & InFile & Range;
  'entry-moved': AtEntry & AtLine;
  'entry-added': OfLog & AtLine;
  'tail-cut': OfLog & InFile & Range;
  'tail-added': OfLog & AtLine;
  /** The entries do not hash to the signed root, and the tiles cannot tell where. */
  'head-differs': OfSize;
  'line-unfinished': OfLog & AtLine;
  'tile-differs': OfLog & InFile;
  'clock-back': AtEntry & { readonly recordedAt: string; readonly before: string };
  'command-broken': AtEntry;
  'facts-malformed': AtEntry & { readonly declaration: string };

  'particulars-malformed': OfLog & AtLine & Problem;
  'particulars-differ': AtEntry & AtLine;
  'particulars-unnamed': AtEntry & AtLine;
  'particulars-missing': AtEntry;

  'evidence-missing': AtEntry & InFile;
  'evidence-differs': InFile;
  'evidence-unnamed': InFile;

  'resumption-differs': AtEntry;
  'resumptions-miscounted': OfLog & OfOrigin & { readonly found: number };

  'since-malformed': Problem;
  'since-of-other-log': OfOrigin;
  'since-unsigned': OfOrigin;
  /** The log was rewritten: it does not contain what the earlier checkpoint pins. */
  'since-forked': OfSize;
  /** The bundle ends before the earlier checkpoint does. */
  'since-ahead': OfSize & { readonly head: number };
  'anchor-forked': OfSize & { readonly sequence: number };
  'anchor-ahead': OfSize & { readonly sequence: number; readonly head: number };
}

/** What a reader should know though nothing is broken. */
interface NoticeDetails {
  'given-key-earlier': OfLog & OfOrigin;
  'particulars-erased': AtEntry & { readonly by: number };
  /** Declared as erased, yet still there. */
  'particulars-kept': AtEntry & { readonly by: number };
  /** An erasure of what was not there, or was erased before. */
  'erasure-pointless': AtEntry & { readonly of: number };
  'declared-loss': AtEntry &
    OfOrigin & {
      readonly restoredSize: number;
      readonly signedSize: number;
      readonly reason: string;
      readonly person: string;
    };
  'since-lost': OfSize & { readonly sequence: number };
  'since-not-compared': OfSize;
  'anchor-lost': OfSize & { readonly sequence: number };
  'log-not-shared': OfSize & { readonly sequence: number };
  'checkpoint-absent': OfLog & InFile;
}

type Details = DamageDetails & NoticeDetails;

/** What a finding is. */
export type FindingCode = keyof Details;

/** A finding of one code, or of any of several. */
export type FindingOf<Code extends FindingCode> = {
  readonly [Each in Code]: { readonly code: Each } & Readonly<Details[Each]>;
}[Code];

/** Something that breaks the bundle, and where. Codes are never renamed. */
export type Damage = FindingOf<keyof DamageDetails>;
/** Something to know about the bundle, and where. Codes are never renamed. */
export type Notice = FindingOf<keyof NoticeDetails>;
/** Anything a verifier says about a place in a bundle; plain JSON. */
export type Finding = Damage | Notice;

const noticeCodes = {
  'given-key-earlier': true,
  'particulars-erased': true,
  'particulars-kept': true,
  'erasure-pointless': true,
  'declared-loss': true,
  'since-lost': true,
  'since-not-compared': true,
  'anchor-lost': true,
  'log-not-shared': true,
  'checkpoint-absent': true,
} as const satisfies Record<Notice['code'], true>;

/** Whether a finding leaves the bundle unbroken. */
export const isNotice = (finding: Finding): finding is Notice => finding.code in noticeCodes;
