import { messages } from './messages.ts';

/** What to do for who cannot sign in, by what they lack. */
export function Help() {
  return (
    <details className="text-dns-16N-130 print:hidden">
      <summary className="w-fit cursor-pointer text-key-900 underline underline-offset-4">
        {messages.help}
      </summary>
      <dl className="flex flex-col gap-3 pt-3">
        {messages.helps.map(({ when, what }) => (
          <div key={when} className="flex flex-col gap-1">
            <dt className="font-700">{when}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
