import { Zip } from 'easy-template-x';
import { type FormFields, type FormList, isList } from './form-fields.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** An archive of no files (APPNOTE 4.3.16). */
const emptyArchive = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);

/**
 * A plain Word document with every field of a filing as a tag, to begin the client's form with: each
 * text on a line of its own, each list as a table whose second row is repeated.
 */
export async function sampleWordForm(title: string, fields: FormFields): Promise<Uint8Array> {
  const zip = await Zip.load(emptyArchive);
  zip.setFile('[Content_Types].xml', contentTypes);
  zip.setFile('_rels/.rels', relations);
  zip.setFile('word/document.xml', documentOf(title, fields));
  return new Uint8Array(await zip.export(Buffer));
}

function documentOf(title: string, fields: FormFields): string {
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    isList(value)
      ? [paragraph(name), tableOf(name, value)]
      : [paragraph(name === '標題' ? `{${name}}` : `${name}：{${name}}`)],
  );
  const body = [paragraph(`${title}（様式の見本）`), ...parts].join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return `${declaration}<w:document xmlns:w="${main}"><w:body>${body}${page}</w:body></w:document>`;
}

/** The tag that opens the list stands in the first cell, the one that closes it in the last. */
function tableOf(list: string, { columns }: FormList): string {
  const tags = columns.map((name, at) => {
    const opening = at === 0 ? `{#${list}}` : '';
    const closing = at === columns.length - 1 ? `{/${list}}` : '';
    return `${opening}{${name}}${closing}`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${row(columns)}${row(tags)}</w:tbl>${paragraph('')}`;
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

const row = (cells: readonly string[]): string =>
  `<w:tr>${cells.map((text) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;

const paragraph = (text: string): string =>
  `<w:p><w:r><w:rPr><w:rFonts w:ascii="MS Mincho" w:eastAsia="MS Mincho" w:hAnsi="MS Mincho"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
