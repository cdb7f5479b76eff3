import { displayWidth } from './display-width.ts';
import { type Screen, harmless } from './terminal.ts';

/** What is known and done of a terminal's window. */
export interface Window {
  readonly columns: number;
  readonly rows: number;
  write(text: string): unknown;
}

/** A terminal's window on which the last lines can be said anew in their place. */
export class ReplacingScreen implements Screen {
  readonly #window: Window;
  #shown: string | undefined;

  constructor(window: Window) {
    this.#window = window;
  }

  show(text: string): void {
    const rows = this.#shown === undefined ? 0 : rowsOf(this.#shown, this.#window.columns);
    // What has scrolled away is out of reach: then it is said below.
    const back = rows > 0 && rows < this.#window.rows ? `\u001B[${rows}A\u001B[J` : '';
    this.#shown = harmless(text);
    this.#window.write(`${back}${this.#shown}\n`);
  }

  /** Something else is said: what was shown stays where it is. */
  leave(): void {
    this.#shown = undefined;
  }
}

/** How many rows of the window the lines take; a line longer than the window takes several. */
function rowsOf(text: string, columns: number): number {
  const lines = text.split('\n');
  return lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, columns))),
    0,
  );
}
