/** The rows of a sample file as they are sent, whatever is there already. */
export function importOrder(declaration: string, rows: readonly object[]) {
  const file = { name: '一覧.xlsx', sheet: null, digest: 'd'.repeat(64) };
  const numbered = rows.map((row, index) => ({ row: index + 2, isTakenKnowingly: true, ...row }));
  return { declaration, file, rows: numbered };
}
