import { clauseInJapanese, parseClause } from '@kanribo/annex';

/** A clause as Japanese papers cite it, e.g. `第20条第6号ウ`; as it came where it cannot be read. */
export function clauseText(cited: string): string {
  const parsed = parseClause(cited);
  return parsed.ok ? clauseInJapanese(parsed.value) : cited;
}
