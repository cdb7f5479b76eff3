import { type Branded, type Result, err, ok } from '@kanribo/kernel';

/**
 * A clause as it is cited (条項): `9.2` is article 9 paragraph 2 (第9条第2項), `20(6)ウ` article 20
 * item 6 sub-item ウ (第20条第6号ウ), `17.4(1)` 第17条第4項第1号, `22.2イ` 第22条第2項イ.
 */
export type Clause = Branded<'Clause'>;

/** The parts of a clause; what it does not go down to is null. */
export interface ClauseParts {
  readonly article: number;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly subitem: string | null;
}

const shape = /^([1-9][0-9]{0,2})(?:\.([1-9][0-9]?))?(?:\(([1-9][0-9]?)\))?([ア-ン])?$/u;

const isClause = (text: string): text is Clause => shape.test(text);

/** Strict: exactly the way of citing above. */
export function parseClause(text: string): Result<Clause, 'clause-malformed'> {
  return isClause(text) ? ok(text) : err('clause-malformed');
}

/**
 * A clause written in code.
 * @throws {RangeError} when it is not written as clauses are cited; only a slip in a profile can.
 */
export function clause(text: string): Clause {
  if (!isClause(text)) throw new RangeError(`not a clause: ${text}`);
  return text;
}

/** The article, paragraph, item and sub-item a clause names. */
export function clauseParts(cited: Clause): ClauseParts {
  const match = shape.exec(cited);
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    article: Number(match?.[1]),
    paragraph: number(match?.[2]),
    item: number(match?.[3]),
    subitem: match?.[4] ?? null,
  };
}

/** The clause as Japanese papers cite it, e.g. `第20条第6号ウ`. */
export function clauseInJapanese(cited: Clause): string {
  const { article, paragraph, item, subitem } = clauseParts(cited);
  const paragraphText = paragraph === null ? '' : `第${paragraph}項`;
  const itemText = item === null ? '' : `第${item}号`;
  return `第${article}条${paragraphText}${itemText}${subitem ?? ''}`;
}
