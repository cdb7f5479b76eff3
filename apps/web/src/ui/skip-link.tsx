import { messages } from './messages.ts';

/** The first thing a keyboard reaches: past the navigation, to what the screen is about. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-jump left-4 z-50 rounded-4 bg-yellow-300 px-4 py-2 text-std-16B-170 text-black underline print:hidden"
    >
      {messages.skip}
    </a>
  );
}
