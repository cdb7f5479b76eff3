import type { AnswerOf } from '../../api/call.ts';
import { messages } from './messages.ts';

const { annex: words } = messages;

type Reading = AnswerOf<'readAnnex'>;
type Paragraph = Reading['articles'][number]['paragraphs'][number];
type Subitem = Paragraph['subitems'][number];

/** The annex as it was read: articles, paragraphs, items, and lines that fit nowhere. */
export function AnnexTree({ reading: { articles, unplaced } }: { readonly reading: Reading }) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-std-18B-160">{words.tree}</h3>
      <p>{words.treeLead}</p>
      <ul className="flex flex-col">
        {articles.map(({ number, branch, heading, paragraphs, lines }) => (
          <li key={`${number}-${branch}`} className="border-b border-solid-gray-200">
            <details>
              <summary className="min-h-11 cursor-pointer px-2 py-2.5 hover:bg-key-50">
                <span className="text-dns-16B-130">{words.article(number, branch)}</span>
                {`　${heading}　`}
                <span className="text-dns-14N-130 text-solid-gray-700">
                  {words.lines(lines.from, lines.to)}
                </span>
              </summary>
              <ul className="flex flex-col gap-2 pb-4 ps-6">
                {paragraphs.map((paragraph) => (
                  <OneParagraph key={paragraph.number} paragraph={paragraph} />
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {unplaced.length > 0 && (
        <details className="rounded-8 border border-solid-gray-300 p-4">
          <summary className="cursor-pointer text-std-16B-170">
            {`${words.unplaced}（${unplaced.length}）`}
          </summary>
          <p className="pt-2">{words.unplacedLead}</p>
          <ul className="flex flex-col gap-1 pt-2">
            {unplaced.map(({ line, text }) => (
              <li key={line}>{`${words.line(line)}　${text}`}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function OneParagraph({ paragraph }: { readonly paragraph: Paragraph }) {
  const { number, text, items, subitems } = paragraph;
  return (
    <li className="text-dns-16N-130">
      <p>{`${number}　${text}`}</p>
      <Subitems subitems={subitems} />
      {items.length > 0 && (
        <ul className="flex flex-col gap-1 ps-6 pt-1">
          {items.map((item) => (
            <li key={item.number}>
              <p>{`(${item.number})　${item.text}`}</p>
              <Subitems subitems={item.subitems} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Subitems({ subitems }: { readonly subitems: readonly Subitem[] }) {
  if (subitems.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 ps-6 pt-1">
      {subitems.map(({ mark, text }) => (
        <li key={mark}>{`${mark}　${text}`}</li>
      ))}
    </ul>
  );
}
