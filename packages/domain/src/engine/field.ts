/**
 * The closed vocabulary of what a declared case may hold. Forms, columns, printed sheets and the
 * number guard are all derived from it. A `text` is a particular: it is kept beside the entry,
 * committed by a salted hash and erasable; everything else is a fact and stands in the entry.
 */
export type Field =
  | { readonly type: 'text'; readonly label: string; readonly maxLength: number }
  | { readonly type: 'token'; readonly label: string }
  | {
      readonly type: 'choice';
      readonly label: string;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly type: 'flag'; readonly label: string }
  | { readonly type: 'count'; readonly label: string; readonly min: number; readonly max: number }
  | { readonly type: 'day'; readonly label: string }
  | { readonly type: 'moment'; readonly label: string }
  | { readonly type: 'evidence'; readonly label: string }
  | { readonly type: 'trackingNumber'; readonly label: string }
  | { readonly type: 'digest'; readonly label: string }
  | { readonly type: 'case'; readonly label: string; readonly of: readonly string[] }
  | { readonly type: 'cases'; readonly label: string; readonly of: readonly string[] }
  | { readonly type: 'duties'; readonly label: string };

/** The fields of a declaration, by name. */
export type Fields = Readonly<Record<string, Field>>;

/** Free text (自由記載), at most 200 characters unless said otherwise: always a particular. */
export const text = (label: string, maxLength = 200): Field => ({ type: 'text', label, maxLength });

/** A code without spaces: serial numbers, keys, labels on equipment. Never a name. */
export const token = (label: string): Field => ({ type: 'token', label });

/** One of a closed list; the keys are stored, the Japanese words are shown. */
export const choice = (label: string, options: Readonly<Record<string, string>>): Field => ({
  type: 'choice',
  label,
  options,
});

/** Yes or no, never left open. */
export const flag = (label: string): Field => ({ type: 'flag', label });

/** A whole number within bounds, both included. */
export const count = (label: string, min: number, max: number): Field => ({
  type: 'count',
  label,
  min,
  max,
});

/** A day in Tokyo. */
export const day = (label: string): Field => ({ type: 'day', label });

/** Something kept by its SHA-256, written `sha256:<hex>`. */
export const evidence = (label: string): Field => ({ type: 'evidence', label });

/** A carrier's tracking number (追跡番号); stands outside the number guard. */
export const trackingNumber = (label: string): Field => ({ type: 'trackingNumber', label });

/** The SHA-256 of a file that is not kept here, 64 lower-case hex digits; outside the number guard. */
export const digest = (label: string): Field => ({ type: 'digest', label });

/** A person on record (関係者). */
export const person = (label: string): Field => ({ type: 'case', label, of: ['person'] });

/** A place on record (場所). */
export const place = (label: string): Field => ({ type: 'case', label, of: ['place'] });

/** One thing on record (対象物). */
export const thing = (label: string): Field => ({ type: 'case', label, of: ['thing'] });

/** One or more things on record. */
export const things = (label: string): Field => ({ type: 'cases', label, of: ['thing'] });

/** One case of the declarations named. */
export const oneOf = (label: string, ...of: readonly string[]): Field => ({
  type: 'case',
  label,
  of,
});

/** One or more cases of the declarations named. */
export const someOf = (label: string, ...of: readonly string[]): Field => ({
  type: 'cases',
  label,
  of,
});

/** One or more duties of the catalogue (義務). */
export const duties = (label: string): Field => ({ type: 'duties', label });
