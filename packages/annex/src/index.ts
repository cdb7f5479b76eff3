export { dutyTitles } from './duty-titles.ts';
export { type DutyId, dutyIds, isDutyId } from './duty-ids.ts';
export {
  type Clause,
  type ClauseParts,
  clause,
  clauseInJapanese,
  clauseParts,
  parseClause,
} from './clause.ts';
export { type Profile, cite } from './profile.ts';
export { profiles } from './profiles.ts';
export { specialProvisions } from './profiles/special-provisions.ts';
export type {
  AnnexArticle,
  AnnexItem,
  AnnexParagraph,
  AnnexSubitem,
  AnnexTree,
  LineRange,
  UnplacedLine,
} from './parser/annex-tree.ts';
export { parseAnnex } from './parser/parse-annex.ts';
export { dutyCatalogue } from './matching/duty-catalogue.ts';
export { type DutyDescription } from './matching/duty-description.ts';
export {
  type CatalogueEntry,
  type DutyCatalogue,
  type DutyMatch,
  matchDuties,
} from './matching/match-duties.ts';
