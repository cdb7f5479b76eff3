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
export { type CodePicture, qrCode } from './print/qr-code.ts';
export type { ChosenCases, PaperInput } from './papers/paper-input.ts';
export {
  isPaperKind,
  isPaperOfCase,
  paperKinds,
  paperOf,
  particularsNeeded,
} from './papers/paper-of.ts';
export { csvOf } from './tables/csv.ts';
export { type TableSheet, tableSheetOf } from './tables/table-sheet.ts';
export { xlsxOf } from './tables/xlsx.ts';
export { type FormFit, fillWordForm, fitOf } from './word-forms/fill-form.ts';
export { type FormFields, type FormList, formFieldsOf, isList } from './word-forms/form-fields.ts';
export { formProblemSentence, formUnfittingSentence } from './word-forms/form-sentences.ts';
export { sampleWordForm } from './word-forms/sample-form.ts';
export { type FormTag, type WordForm, largestForm, readWordForm } from './word-forms/word-form.ts';
export type { WordFormProblem } from './word-forms/form-problem.ts';
