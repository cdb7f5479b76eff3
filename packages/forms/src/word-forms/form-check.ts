import { type Archive, readArchive } from './archive.ts';
import { watchFields } from './field-instructions.ts';
import type { WordFormProblem } from './form-problem.ts';
import { ContentTypes, documentType, isFormPart } from './form-parts.ts';
import { staysInside } from './relations.ts';
import { type XmlBudget, type XmlElement, readXml } from './xml-reader.ts';

const largestContents = 60_000_000;
const mostElements = 100_000;
const mostTags = 1000;

/** Why a file could do something unseen when it is opened, or cannot be read; null if neither. */
export async function whyUnsafe(docx: Uint8Array): Promise<WordFormProblem | null> {
  const archive = await readArchive(docx, { whole: largestContents, part: largestPart });
  if (!archive.ok) {
    return { code: archive.error === 'too-large' ? 'form-too-large' : 'form-unreadable' };
  }
  const parts = archive.value;
  const budget = { left: mostElements, tags: mostTags };
  const unknown = await whyPartsUnsafe(parts, budget);
  if (unknown !== null) return unknown;
  const names = new Set(parts.keys());
  for (const [part, bytes] of parts) {
    if (part === typesPart || !/\.(?:rels|xml)$/iu.test(part)) continue;
    const isReaching = await reaches(part, bytes, { names, budget });
    if (budget.left < 0) return { code: 'form-too-large' };
    if (isReaching === undefined) return { code: 'form-unreadable' };
    if (isReaching) return { code: 'form-reaches-out', part };
  }
  return null;
}

const typesPart = '[Content_Types].xml';

/** Relations and content types are short; texts and pictures are not. */
const largestPart = (name: string): number =>
  /\.rels$/iu.test(name) || name === typesPart ? 2_000_000 : 20_000_000;

/** Every part is one that forms have; macros are named by content types, whatever parts are called. */
async function whyPartsUnsafe(parts: Archive, budget: XmlBudget): Promise<WordFormProblem | null> {
  const names = [...parts.keys()];
  const types = new ContentTypes();
  const listed = parts.get(typesPart);
  if (listed === undefined || !names.includes('word/document.xml')) {
    return { code: 'form-unreadable' };
  }
  const isRead = await readXml(listed, budget, { opened: (element) => types.take(element) });
  if (!isRead || types.isOdd) return { code: 'form-unreadable' };
  if (
    names.some((name) => /vbaProject|\.bin$|activeX|\/embeddings\//iu.test(name)) ||
    types.all().some((type) => /macroEnabled|vbaProject|vbaData/iu.test(type))
  ) {
    return { code: 'form-has-macros' };
  }
  if (types.of('word/document.xml') !== documentType) return { code: 'form-unreadable' };
  const part = names.find((name) => name !== typesPart && !isFormPart(name, types.of(name)));
  return part === undefined ? null : { code: 'form-part-unknown', part };
}

interface Around {
  readonly names: ReadonlySet<string>;
  /** The tags that may still open count too: the time to fill a form grows faster than they do. */
  readonly budget: XmlBudget & { tags: number };
}

/** Whether a part would have something fetched; undefined where it is not well formed. */
async function reaches(part: string, bytes: Uint8Array, { names, budget }: Around) {
  let isReaching = false;
  if (part.endsWith('.rels')) {
    const opened = (element: XmlElement) => {
      if (!staysInside(element, part, names)) isReaching = true;
    };
    return (await readXml(bytes, budget, { opened })) ? isReaching : undefined;
  }
  const fields = watchFields();
  const opened = (element: XmlElement) => {
    if (fetches(element)) isReaching = true;
    fields.opened(element);
  };
  const said = (text: string) => {
    budget.tags -= text.split('{', budget.tags + 2).length - 1;
    if (budget.tags < 0) budget.left = -1;
    fields.said(text);
  };
  const isRead = await readXml(bytes, budget, { ...fields, opened, said });
  return isRead ? isReaching || fields.isReaching() : undefined;
}

/** Elements that take something in by themselves, and pictures named by their address. */
const fetching = new Set(
  'altChunk attachedSchema attachedTemplate control frameset mailMerge object OLEObject saveThroughXslt subDoc webVideoPr'.split(
    ' ',
  ),
);

const fetches = ({ name, attributes }: XmlElement): boolean =>
  fetching.has(name) ||
  attributes.some(
    (one) => one.name === 'src' || (one.name === 'href' && one.space === officeSpace),
  );

const officeSpace = 'urn:schemas-microsoft-com:office:office';
