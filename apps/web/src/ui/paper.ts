import { dayOf, formatEraMoment, formatEraWithYear, parseMoment } from '@kanribo/kernel';
import { useEffect } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { messages } from './messages.ts';

/** What the margins of printed paper say: of which contract, which screen, and when. */
type Margin = '--paper-contract' | '--paper-screen' | '--paper-moment';

/** Has the margins of every further sheet say what it is of; the first has its own head. */
export function usePaperHead(margin: Exclude<Margin, '--paper-moment'>, text: string): void {
  useEffect(() => {
    say(margin, text);
    return () => {
      document.documentElement.style.removeProperty(margin);
    };
  }, [margin, text]);
}

/** Has the margins of printed paper say when it was printed, by the server's clock. */
export function usePrintedMoment(): void {
  useEffect(() => {
    const tell = () => {
      const now = parseMoment(serverNow());
      if (!now.ok) return;
      const [, time = ''] = formatEraMoment(now.value).split(' ');
      say('--paper-moment', messages.printedAt(formatEraWithYear(dayOf(now.value)), time));
    };
    window.addEventListener('beforeprint', tell);
    return () => window.removeEventListener('beforeprint', tell);
  }, []);
}

/** A text of CSS; what would end it is written as its code point. */
function say(margin: Margin, text: string): void {
  const quoted = text.replaceAll(/["\\\n\r\f]/gu, (one) => `\\${one.charCodeAt(0).toString(16)} `);
  document.documentElement.style.setProperty(margin, `"${quoted}"`);
}
