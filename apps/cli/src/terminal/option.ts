/** An option of a command, written `--name`. */
export interface Option {
  readonly name: string;
  /** What stands for its value, e.g. `DIR`; without it the option is a switch. */
  readonly takes?: string;
  readonly isRequired?: boolean;
  /** What it is for; a Japanese phrase. */
  readonly meaning: string;
}

/** A word of the command line without an option before it. */
export interface Operand {
  /** In capitals, e.g. `PATH`. */
  readonly name: string;
  readonly isOptional?: boolean;
  /** Whether more words of its kind may follow; of the last operand only. */
  readonly isRepeated?: boolean;
  readonly meaning: string;
}

/** `--data DIR`, with its usual value. */
export const dataOption: Option = {
  name: 'data',
  takes: 'DIR',
  meaning: 'データの場所（省略すると ./data。DATABASE_URL があればそのデータベースを使います）',
};

/** `--keys DIR`, with its usual value. */
export const keysOption: Option = {
  name: 'keys',
  takes: 'DIR',
  meaning: '鍵の場所（省略すると ./keys）',
};

/** `--json` of a command that answers something. */
export const jsonOption: Option = { name: 'json', meaning: '結果をJSONで出します' };
