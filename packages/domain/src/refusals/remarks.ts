/** What a reader of a standing must know beside its status, in Japanese. */
export const remarkSentences = {
  'designated-form-missing':
    '委託者の指定する様式がまだ登録されていません。様式を登録するか、当方の様式でよいとの回答を記録してください。',
} as const satisfies Record<string, string>;

/** Code of a remark on a standing. */
export type RemarkCode = keyof typeof remarkSentences;
