const checks = new Set<() => boolean>();

/** Has a form say whether something stands in it that was not kept; answers how to stop. */
export function tellUnsaved(isUnsaved: () => boolean): () => void {
  checks.add(isUnsaved);
  return () => checks.delete(isUnsaved);
}

/** Whether something stands on the screen that was typed and not kept. */
export function hasUnsaved(): boolean {
  return [...checks].some((isUnsaved) => isUnsaved());
}
