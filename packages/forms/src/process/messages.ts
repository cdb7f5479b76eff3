/** What the compiling process is given: everything one document is made of. */
export interface CompileJob {
  /** The template's data.json. */
  readonly data: string;
  /** Pictures by the file name the template reads them under. */
  readonly pictures: readonly { readonly name: string; readonly svg: string }[];
  /** The PDF's creation date, seconds since 1970. */
  readonly timestamp: number;
}

/** What it answers. */
export type CompileAnswer =
  | { readonly kind: 'compiled'; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Reads an answer that came over the channel between the processes. */
export function parseAnswer(message: unknown): CompileAnswer | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  if (message.kind === 'compiled' && 'pdf' in message && 'pages' in message) {
    const { pdf, pages } = message;
    if (pdf instanceof Uint8Array && typeof pages === 'number') {
      return { kind: 'compiled', pdf, pages };
    }
  }
  if (message.kind === 'failed' && 'message' in message && typeof message.message === 'string') {
    return { kind: 'failed', message: message.message };
  }
  return undefined;
}

/** Reads a job that came over the channel between the processes. */
export function parseJob(message: unknown): CompileJob | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('data' in message) || !('pictures' in message) || !('timestamp' in message)) {
    return undefined;
  }
  const { data, pictures, timestamp } = message;
  if (typeof data !== 'string' || typeof timestamp !== 'number') return undefined;
  if (!Array.isArray(pictures) || !pictures.every(isPicture)) return undefined;
  return { data, pictures, timestamp };
}

function isPicture(value: unknown): value is { readonly name: string; readonly svg: string } {
  if (typeof value !== 'object' || value === null) return false;
  return 'name' in value && typeof value.name === 'string' && 'svg' in value;
}
