/** What a process ends with: done (0), not done or broken (1), not understood (2). */
export type ExitCode = 0 | 1 | 2;

/** Where a command reads from and writes to. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The directory that relative paths of the command line are counted from. */
  readonly directory: string;
  /** Writes a line of the answer. Control characters are shown, never obeyed. */
  print(text: string): void;
  /** Writes a line beside the answer: errors, remedies, progress. */
  complain(text: string): void;
  /** Asks a person at the keyboard without showing what is typed; undefined where none is there. */
  askSecretly(question: string): Promise<string | undefined>;
  /** The screen of a person who looks on; undefined where the answer goes into a file or pipe. */
  readonly screen: Screen | undefined;
}

/** A screen on which what was said last can be said anew in its place. */
export interface Screen {
  /** Shows lines in place of those it showed before, or below what was said since. */
  show(text: string): void;
}

const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The text with every control and formatting character but the line feed written as `\uXXXX`: a
 * name in a hostile file can neither move the cursor nor turn the reading direction. JSON stays
 * the same JSON.
 */
export function harmless(text: string): string {
  return text.replaceAll(unprintable, (character) =>
    character === '\n' ? '\n' : escaped(character),
  );
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
}
