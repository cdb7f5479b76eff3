export {
  type OfficeDocument,
  type Orientation,
  type Proof,
  type SectionLabels,
  type Sender,
} from './office-document.ts';
export {
  type FieldRow,
  type FieldsSection,
  type ParagraphsSection,
  type RemarksSection,
  type Section,
  type Statement,
  type StatementsSection,
  type TableColumn,
  type TableSection,
} from './section.ts';
export { FormsFault, type FormsFaultCode } from './forms-fault.ts';
export { type MissingGlyph, checkGlyphs } from './glyphs/check-glyphs.ts';
export {
  type FormRenderer,
  type RenderedDocument,
  type RendererSettings,
  openFormRenderer,
} from './renderer.ts';
export { type PaperInput, type PaperKind, paperKinds } from './papers/paper-input.ts';
export { isPaperKind, paperOf, particularsNeeded } from './papers/paper-of.ts';
