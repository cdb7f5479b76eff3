/** Lines of the source a node was read from, both included, counted from 1. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** A sub-item (ア, イ …; イ, ロ … in older ones; ①, (ア) or a below items). */
export interface AnnexSubitem {
  /** The mark without its brackets, e.g. `ア`, `①`, `a`. */
  readonly mark: string;
  readonly text: string;
  readonly lines: LineRange;
}

/** An item (号). */
export interface AnnexItem {
  readonly number: number;
  readonly text: string;
  readonly subitems: readonly AnnexSubitem[];
  readonly lines: LineRange;
}

/** A paragraph (項); the unnumbered first one is number 1. */
export interface AnnexParagraph {
  readonly number: number;
  readonly text: string;
  readonly items: readonly AnnexItem[];
  /** Sub-items that stand directly under the paragraph. */
  readonly subitems: readonly AnnexSubitem[];
  readonly lines: LineRange;
}

/** An article (条). */
export interface AnnexArticle {
  readonly number: number;
  /** 2 for 第10条の2, else null. */
  readonly branch: number | null;
  /** Without its brackets; empty where it has none. */
  readonly heading: string;
  readonly paragraphs: readonly AnnexParagraph[];
  readonly lines: LineRange;
}

/** A line that stands in no clause: title, preamble, page number, running head, appendix. */
export interface UnplacedLine {
  readonly line: number;
  readonly text: string;
}

/** The clauses of an annex (特記事項), and what is none. */
export interface AnnexTree {
  readonly articles: readonly AnnexArticle[];
  readonly unplaced: readonly UnplacedLine[];
}
