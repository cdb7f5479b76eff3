import { useMemo } from 'react';
import { useObjectUrl } from '../../api/use-object-url.ts';

/** An address of a text as a file of this type, for as long as it is shown. */
export function useText(text: string, type: string): string | undefined {
  const file = useMemo(() => new Blob([text], { type }), [text, type]);
  return useObjectUrl(file);
}
