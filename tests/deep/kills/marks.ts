import { isJsonObject } from '@kanribo/kernel';
import type { DeedMark } from './accounts/standing.ts';

/** What a worker tells whoever keeps the record: what it begins, and what it was answered. */
export type Mark =
  | { readonly kind: 'ready' | 'done' }
  | DeedMark
  /** How often a scene that nothing befell passed each point. */
  | {
      readonly kind: 'rehearsed';
      readonly scene: string;
      readonly passings: Readonly<Record<string, number>>;
    }
  /** A payment is about to be submitted; it leaves so many entries. */
  | { readonly kind: 'begun'; readonly command: string; readonly entries: number }
  | {
      readonly kind: 'paid';
      readonly command: string;
      readonly sequence: number;
      readonly entries: number;
      /** Leaf hash of the first entry, lower-case hex. */
      readonly leafHash: string;
      readonly treeSize: number;
    }
  | { readonly kind: 'asked'; readonly command: string }
  | { readonly kind: 'kept'; readonly digest: string; readonly text: string }
  | { readonly kind: 'erased'; readonly sequence: number }
  | {
      readonly kind: 'released';
      readonly log: string;
      readonly origin: string;
      readonly size: number;
      /** Lower-case hex. */
      readonly root: string;
    }
  /** Something that must not happen. */
  | { readonly kind: 'wrong'; readonly what: string };

/** The mark a line holds. */
export function markIn(line: string): Mark {
  const parsed: unknown = JSON.parse(line);
  if (isMark(parsed)) return parsed;
  throw new Error(`not a mark: ${line}`);
}

const isMark = (value: unknown): value is Mark =>
  isJsonObject(value) && typeof value['kind'] === 'string';

/** The marks of one kind. */
export function marksOf<Kind extends Mark['kind']>(
  marks: readonly Mark[],
  kind: Kind,
): readonly Extract<Mark, { readonly kind: Kind }>[] {
  return marks.filter((mark): mark is Extract<Mark, { readonly kind: Kind }> => mark.kind === kind);
}
