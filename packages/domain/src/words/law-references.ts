/** A paragraph of the Individual Number Act the annex cites by a number it no longer has. */
export interface LawReference {
  /** The clause of the annex that cites it. */
  readonly clause: string;
  /** What the paragraph defines. */
  readonly term: string;
  readonly cited: string;
  /** Where the Act says it now (text of 2025-09). */
  readonly current: string;
}

/** The annex's citations of article 2 of the Act (番号法) with the Act's present paragraphs. */
export const lawReferences: readonly LawReference[] = [
  {
    clause: '2',
    term: '特定個人情報',
    cited: '番号法第2条第8項',
    current: '番号法第2条第9項',
  },
  {
    clause: '20(8)',
    term: '特定個人情報ファイル',
    cited: '番号法第2条第9項',
    current: '番号法第2条第10項',
  },
  {
    clause: '20(6)ア',
    term: '個人番号利用事務',
    cited: '番号法第2条第10項',
    current: '番号法第2条第11項',
  },
  {
    clause: '20(17)',
    term: '情報提供ネットワークシステム',
    cited: '番号法第2条第14項',
    current: '番号法第2条第15項',
  },
];

/** What a reader is told beside a citation: 「…」は、現在の番号法第2条第9項です。 */
export function currentReference({ term, cited, current }: LawReference): string {
  return `特記事項が${cited}とする「${term}」は、現在は${current}です。`;
}
