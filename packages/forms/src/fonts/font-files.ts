import { fileURLToPath } from 'node:url';

const fileOf = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}`));

/** Text of the documents: BIZ UDMincho, SIL Open Font License 1.1. */
export const minchoFile = fileOf('biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf');

/** Heads, labels and codes: BIZ UDGothic, SIL Open Font License 1.1. It covers what Mincho does. */
export const gothicFile = fileOf('biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf');

/** Characters the other two lack (𠮷): Noto Serif JP, SIL Open Font License 1.1. */
export const fallbackFile = fileOf('noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf');

/** Every face the documents are set in; no font of the machine is ever used. */
export const fontFiles: readonly string[] = [minchoFile, gothicFile, fallbackFile];
