import type { XmlElement, XmlListener } from './xml-reader.ts';

/**
 * Fields that only say again what the document, its data or the day says. All others are refused:
 * they read files, servers or databases, run something, or ask who opens the document.
 */
const harmless = new Set(
  `= ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIDIOUTLINE COMMENTS CREATEDATE DATE DOCPROPERTY
  EDITTIME EQ FORMCHECKBOX FORMDROPDOWN FORMTEXT IF KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD NOTEREF
  NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES
  SEQ STYLEREF SUBJECT SYMBOL TC TIME TITLE TOC XE`.split(/\s+/u),
);

interface Field {
  instruction: string;
  /** Its result is being said, no longer its instruction. */
  isDone: boolean;
}

/** Whether a field was found that is not among those a form may have. */
export interface FieldWatch extends Required<XmlListener> {
  readonly isReaching: () => boolean;
}

/**
 * Gathers the instructions of a part's fields, however they are cut over elements (ECMA-376-1,
 * 17.16). An instruction outside a field is not taken, nor one whose name comes of another field.
 */
export function watchFields(): FieldWatch {
  const fields: Field[] = [];
  let isReaching = false;
  const open: string[] = [];
  const judge = (instruction: string) => {
    if (!isHarmless(instruction)) isReaching = true;
  };
  const marked = (type: string | undefined) => {
    const field = fields.at(-1);
    if (type === 'begin') {
      if (field?.isDone === false && !isNamed(field.instruction)) isReaching = true;
      fields.push({ instruction: '', isDone: false });
    } else if (field === undefined) {
      isReaching = true;
    } else {
      if (!field.isDone) judge(field.instruction);
      field.isDone = true;
      if (type === 'end') fields.pop();
    }
  };
  return {
    opened: (element) => {
      open.push(element.name);
      if (element.name === 'fldChar') marked(valueOf(element, 'fldCharType'));
      if (element.name !== 'fldSimple') return;
      const around = fields.at(-1);
      if (around?.isDone === false && !isNamed(around.instruction)) isReaching = true;
      judge(valueOf(element, 'instr') ?? '');
    },
    said: (text) => {
      const field = fields.at(-1);
      const within = open.at(-1);
      const isInstruction = within === 'instrText' || within === 'delInstrText';
      if (field !== undefined && !field.isDone && (isInstruction || within === 't')) {
        field.instruction += text;
      } else if (isInstruction && text.trim() !== '') {
        isReaching = true;
      }
    },
    closed: () => void open.pop(),
    isReaching: () => isReaching || fields.length > 0,
  };
}

/** A name and something after it: nothing that follows changes the name. */
const isNamed = (instruction: string): boolean => /^\s*(?:=|\S+\s)/u.test(instruction);

function isHarmless(instruction: string): boolean {
  const said = instruction.trim();
  if (/^HYPERLINK\s/iu.test(said))
    return /^HYPERLINK\s+\\l\s+(?:"[^"\\]*"|[\w.]+)(?:\s+\\h)?$/iu.test(said);
  const name = said.startsWith('=') ? '=' : (/^[^\s\\"]+/u.exec(said)?.[0] ?? '');
  return harmless.has(name.toUpperCase());
}

const valueOf = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.find((attribute) => attribute.name === name)?.value;
