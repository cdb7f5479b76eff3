import type { AnswerOf } from '../../api/call.ts';
import { Notice } from '../../ui/notice.tsx';
import { messages } from './messages.ts';

/** How a form's tags and a filing's fields go together. */
export type Fit = AnswerOf<'keepWordForm'>['fit'];

/** What was found on a form: tags nothing fills, fields without a place, and all the rest. */
export function FitView({ fit, title }: { readonly fit: Fit; readonly title: string }) {
  const { found, unknown, missing } = fit;
  const names = found.map(({ name, within }) =>
    within === null ? name : messages.within(within, name),
  );
  return (
    <div className="flex flex-col gap-3">
      {unknown.length > 0 && (
        <Notice kind="error" title={messages.unknown}>
          <p>{messages.unknownLead}</p>
          <Names names={unknown} />
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="warning" title={messages.missing}>
          <p>{messages.missingLead}</p>
          <Names names={missing} />
        </Notice>
      )}
      {unknown.length === 0 && missing.length === 0 && <p>{messages.fits}</p>}
      <details>
        <summary className="w-fit cursor-pointer text-key-900 underline underline-offset-4">
          {`${title}：${names.length === 0 ? messages.foundNone : messages.foundLead(names.length)}`}
        </summary>
        <div className="pt-3">
          <Names names={names} />
        </div>
      </details>
    </div>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {[...new Set(names)].map((name) => (
        <li key={name} className="rounded-4 border border-solid-gray-420 px-2 py-0.5">
          {name}
        </li>
      ))}
    </ul>
  );
}
