import type { XmlElement } from './xml-reader.ts';

const packageSpace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const microsoft = 'http://schemas.microsoft.com/office';

const inOffice = `comments custom-properties customProperties customXml customXmlProps endnotes
  extended-properties extendedProperties fontTable footer footnotes glossaryDocument header hyperlink
  image numbering officeDocument settings styles theme webSettings`.split(/\s+/u);

/** The relations a form needs; a template, a frame, an embedded file and the like are none. */
const allowed = new Set([
  ...inOffice.flatMap((name) => [`${transitional}/${name}`, `${strict}/${name}`]),
  `${packageSpace}/metadata/core-properties`,
  `${packageSpace}/metadata/thumbnail`,
  `${microsoft}/2007/relationships/stylesWithEffects`,
  `${microsoft}/2011/relationships/commentsExtended`,
  `${microsoft}/2011/relationships/people`,
  `${microsoft}/2016/09/relationships/commentsIds`,
  `${microsoft}/2018/08/relationships/commentsExtensible`,
  `${microsoft}/2020/02/relationships/classificationlabels`,
]);

/**
 * Whether an element of a part of relations (ECMA-376-2, 6.5.3) stays in the document: what it
 * leads to is a part that is there, or it is a link somebody clicks.
 */
export function staysInside(
  { name, space, attributes }: XmlElement,
  from: string,
  parts: ReadonlySet<string>,
): boolean {
  if (space !== packageSpace) return false;
  if (name === 'Relationships') return attributes.every((one) => isNamespace(one.space));
  if (name !== 'Relationship' || attributes.some((one) => one.space !== '')) return false;
  const said = new Map(attributes.map(({ name: key, value }) => [key, value]));
  const [type, target] = [said.get('Type') ?? '', said.get('Target') ?? ''];
  if (!allowed.has(type)) return false;
  const mode = said.get('TargetMode') ?? 'Internal';
  if (mode === 'External')
    return isLink(type) && /^(?:https?:\/\/|mailto:)[^\s\\]+$/iu.test(target);
  if (mode !== 'Internal') return false;
  return (isLink(type) && /^#[^\s]*$/u.test(target)) || parts.has(resolved(from, target));
}

const isNamespace = (space: string): boolean => space === 'http://www.w3.org/2000/xmlns/';

const isLink = (type: string): boolean =>
  type === `${transitional}/hyperlink` || type === `${strict}/hyperlink`;

/** The part a target names, seen from the part the relations are of. */
function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.slice(0, from.lastIndexOf('_rels/')).split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
