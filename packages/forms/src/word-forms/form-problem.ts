/** Why a file is not taken as a form; codes are never renamed. */
export type WordFormProblem =
  | { readonly code: 'form-too-large' }
  /** No Word document (.docx), or one whose parts cannot be read. */
  | { readonly code: 'form-unreadable' }
  | { readonly code: 'form-has-macros' }
  /** A part of it is fetched from elsewhere when it is opened. */
  | { readonly code: 'form-reaches-out'; readonly part: string }
  /** It has a part that forms do not need. */
  | { readonly code: 'form-part-unknown'; readonly part: string }
  /** A tag is not closed, or closed without having been opened. */
  | { readonly code: 'form-tags-broken' };
