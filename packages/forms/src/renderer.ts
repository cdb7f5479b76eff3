import { checkDocument } from './check-document.ts';
import { FormsFault } from './forms-fault.ts';
import { type MissingGlyph, printableDocument } from './glyphs/check-glyphs.ts';
import type { OfficeDocument } from './office-document.ts';
import { printDocument } from './print/print-document.ts';
import { proofCodes } from './print/proof-codes.ts';
import { type CompilerProcess, startCompiler } from './process/compiler-process.ts';
import type { CompileAnswer, CompileJob } from './process/messages.ts';

/** A document on paper: PDF/A-2u, A4. */
export interface RenderedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** What was not printed as written; the last page names it too. */
  readonly missingGlyphs: readonly MissingGlyph[];
}

/** Makes documents one after the other in a child process of its own. */
export interface FormRenderer {
  /**
   * The same document gives the same bytes, on every machine with this version.
   * @throws {FormsFault} with any of its codes; the next document can be tried all the same.
   */
  renderDocument(document: OfficeDocument): Promise<RenderedDocument>;
  /** Ends the child; documents still waiting are refused with `renderer-closed`. */
  close(): Promise<void>;
}

/** When a child is replaced by a fresh one, and when it is given up. */
export interface RendererSettings {
  /** The compiler keeps about 1 MB for each page it ever made; after so many it is replaced. */
  readonly pagesPerProcess: number;
  readonly timeoutMs: number;
}

const usual: RendererSettings = { pagesPerProcess: 200, timeoutMs: 120_000 };

/** A renderer; its child is started by the first document and does not keep this process alive. */
export function openFormRenderer(settings: Partial<RendererSettings> = {}): FormRenderer {
  const renderer = new Renderer({ ...usual, ...settings });
  return {
    renderDocument: (document) => renderer.render(document),
    close: () => renderer.close(),
  };
}

class Renderer {
  readonly #settings: RendererSettings;
  #compiler: CompilerProcess | undefined;
  #pagesMade = 0;
  #isClosed = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(settings: RendererSettings) {
    this.#settings = settings;
  }

  async render(document: OfficeDocument): Promise<RenderedDocument> {
    const { job, missing } = jobFor(document);
    const mine = this.#last.then(() => this.#compile(job));
    this.#last = mine.catch(() => undefined);
    return { ...(await mine), missingGlyphs: missing };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#compiler?.end();
    await this.#last;
  }

  async #compile(job: CompileJob): Promise<{ pdf: Uint8Array; pages: number }> {
    const compiler = await this.#freshCompiler();
    const answer = await this.#answer(compiler, job);
    if (answer.kind === 'failed') throw new FormsFault('compile-failed', answer.message);
    this.#pagesMade += answer.pages;
    return { pdf: answer.pdf, pages: answer.pages };
  }

  async #answer(compiler: CompilerProcess, job: CompileJob): Promise<CompileAnswer> {
    try {
      return await compiler.compile(job, this.#settings.timeoutMs);
    } catch (fault) {
      this.#compiler = undefined;
      await compiler.end();
      throw fault;
    }
  }

  async #freshCompiler(): Promise<CompilerProcess> {
    if (this.#isClosed) throw new FormsFault('renderer-closed', 'no more documents are made');
    const isWorn = this.#pagesMade >= this.#settings.pagesPerProcess;
    if (this.#compiler?.isAlive() === true && !isWorn) return this.#compiler;
    await this.#compiler?.end();
    this.#compiler = startCompiler();
    this.#pagesMade = 0;
    return this.#compiler;
  }
}

function jobFor(document: OfficeDocument): {
  readonly job: CompileJob;
  readonly missing: readonly MissingGlyph[];
} {
  checkDocument(document);
  const { document: printable, missing } = printableDocument(document);
  const codes = document.proof === null ? undefined : proofCodes(document.proof);
  const job = {
    data: JSON.stringify(printDocument(printable, missing)),
    pictures:
      codes === undefined
        ? []
        : [
            { name: 'head.svg', svg: codes.head },
            { name: 'note.svg', svg: codes.note },
          ],
    timestamp: Date.parse(document.date) / 1000,
  };
  return { job, missing };
}
