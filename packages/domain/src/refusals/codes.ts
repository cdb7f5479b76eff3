/** Values a sentence is filled with: ids of cases, days, counts, Japanese titles of fields. */
export type Parameters = Readonly<Record<string, string | number>>;

/** Says what a parameter stands for: the name of a person, the number of a case, a day. */
type Say = (value: string | number | undefined) => string;

/** A Japanese sentence filled with the parameters of its code. */
export type Sentence = (parameters: Parameters, say: Say) => string;

/** What one area may answer with beside success: closed codes and their Japanese sentences. */
export interface Codes {
  /** Why the software did not do something. */
  readonly refusals: Readonly<Record<string, Sentence>>;
  /** Lawful ways out of a refusal. */
  readonly waysOut: Readonly<Record<string, Sentence>>;
  /** Things that happened against a duty (逸脱): accepted as facts, then asked about. */
  readonly deviations: Readonly<Record<string, string>>;
  /** What a person should know although nothing forbids it. */
  readonly warnings: Readonly<Record<string, string>>;
}
