import { messages } from './messages.ts';

/** What is not read from a file, and how it is entered instead. */
export function UnreadList({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details className="rounded-8 border border-solid-gray-300">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-std-16B-170">
        {messages.unread.title(sentences.length)}
      </summary>
      <ul className="list-disc px-4 pb-4 ps-10 text-dns-16N-130">
        {sentences.map((sentence) => (
          <li key={sentence} className="py-1">
            {sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}
