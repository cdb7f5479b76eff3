/** A text file as offices have them: UTF-8, or Shift_JIS of an older machine; undefined for others. */
export async function readTextFile(file: Blob): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis');
}

function decoded(bytes: ArrayBuffer, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}
