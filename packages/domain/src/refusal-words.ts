import { catalogue } from './catalogue.ts';
import type { Refusal } from './engine/refusal.ts';
import { officeTitles } from './engine/titles.ts';
import { refusalSentences } from './refusals/sentences.ts';
import { wayOutSentences } from './refusals/ways-out.ts';

/** A refusal in Japanese, part by part. */
export interface ToldRefusal {
  readonly sentence: string;
  /** Lawful ways out, shortest first. */
  readonly wayOut: readonly string[];
}

type Parameters = Refusal['parameters'];

type Say = (value: string | number | undefined) => string;

/** Any sentence of a refusal or way out, whichever its code. */
type Sentence = (parameters: Parameters, say: Say) => string;

const idShape = /(?<![\w-])[a-z][a-z0-9-]*-[1-9]\d{0,9}(?![\w-])/gu;

/** What a case is called where its own name is not at hand: title and number; offices by title. */
export function titleOfId(id: string): string {
  const [, name = '', number = ''] = /^(.+)-(\d+)$/u.exec(id) ?? [];
  const declaration = catalogue.get(name);
  if (declaration !== undefined) return `${declaration.title} ${number}`;
  return officeNames.get(id) ?? id;
}

const officeNames: ReadonlyMap<string, string> = new Map(Object.entries(officeTitles));

/** The ids of cases a refusal speaks of, also those within its other words. */
export function idsInRefusal({ parameters, wayOut }: Pick<Refusal, 'parameters' | 'wayOut'>) {
  const said = [parameters, ...wayOut.map((way) => way.parameters)].flatMap(Object.values);
  const ids = said.flatMap((value) =>
    typeof value === 'string' ? (value.match(idShape) ?? []).filter(isOurs) : [],
  );
  return [...new Set(ids)];
}

/**
 * What a refusal says, without its duty and clause. Cases and people are said by their names, never
 * by their ids: `nameOf` gives the name of an id.
 */
export function tellRefusal(
  refusal: Refusal,
  nameOf: (id: string) => string = titleOfId,
): ToldRefusal {
  const say: Say = (value) => nameOf(String(value ?? ''));
  const sentence: Sentence = refusalSentences[refusal.code];
  const wayOut = refusal.wayOut.map(({ code, parameters }) => {
    const way: Sentence = wayOutSentences[code];
    return way(inNames(parameters, nameOf), say);
  });
  return { sentence: sentence(inNames(refusal.parameters, nameOf), say), wayOut };
}

function inNames(parameters: Parameters, nameOf: (id: string) => string): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value.replaceAll(idShape, (id) => (isOurs(id) ? nameOf(id) : id))
        : value,
    ]),
  );
}

const isOurs = (id: string): boolean => catalogue.has(id.replace(/-\d+$/u, ''));
