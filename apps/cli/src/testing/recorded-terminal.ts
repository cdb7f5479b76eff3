import { type Terminal, harmless } from '../terminal/terminal.ts';

/** A terminal that keeps what is said, with nobody at the keyboard but those answers. */
export class RecordedTerminal implements Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  readonly screen = undefined;
  readonly #answers: string[];
  #printed = '';
  #complained = '';

  constructor(
    given: {
      readonly environment?: Readonly<Record<string, string>>;
      readonly directory?: string;
      readonly answers?: readonly string[];
    } = {},
  ) {
    this.environment = given.environment ?? {};
    this.directory = given.directory ?? '/nowhere';
    this.#answers = [...(given.answers ?? [])];
  }

  /** What the answer says. */
  get printed(): string {
    return this.#printed;
  }

  /** What is said beside the answer. */
  get complained(): string {
    return this.#complained;
  }

  print(text: string): void {
    this.#printed += `${harmless(text)}\n`;
  }

  complain(text: string): void {
    this.#complained += `${harmless(text)}\n`;
  }

  async askSecretly(): Promise<string | undefined> {
    return this.#answers.shift();
  }
}
