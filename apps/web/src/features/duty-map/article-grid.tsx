import { Sign } from '../../ui/sign.tsx';
import { standingWords } from '../../ui/standing-words.ts';
import type { Article } from './articles.ts';
import { messages } from './messages.ts';

/** The articles at a glance: colour, sign and words of the worst of their duties. */
export function ArticleGrid({
  articles,
  chosen,
  onChoose,
}: {
  readonly articles: readonly Article[];
  readonly chosen: number | undefined;
  readonly onChoose: (article: number | undefined) => void;
}) {
  return (
    <ul
      aria-label={messages.articles}
      className="grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-2 print:grid-cols-6"
    >
      {articles.map((article) => (
        <li key={article.number}>
          <ArticleTile
            article={article}
            isChosen={chosen === article.number}
            onChoose={() => onChoose(chosen === article.number ? undefined : article.number)}
          />
        </li>
      ))}
    </ul>
  );
}

const tileClass =
  'flex h-full w-full flex-col items-start gap-1 rounded-8 border px-2.5 py-2 text-start';

function ArticleTile({
  article: { number, duties, worst },
  isChosen,
  onChoose,
}: {
  readonly article: Article;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  if (worst === null) {
    return (
      <div className={`${tileClass} border-solid-gray-200 text-solid-gray-700`}>
        <span className="text-dns-16N-130">{messages.article(number)}</span>
        <span className="text-dns-14N-130">{messages.noDuties}</span>
      </div>
    );
  }
  const { label, sign, look } = standingWords[worst];
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={`${tileClass} cursor-pointer hover:underline ${look} ${isChosen ? 'ring-4 ring-key-900' : ''}`}
    >
      <span className="flex w-full items-baseline justify-between gap-2">
        <span className="text-dns-16B-130">{messages.article(number)}</span>
        <span className="text-dns-14N-130">{messages.duties(duties.length)}</span>
      </span>
      <span className="flex items-center gap-1 text-dns-14B-130 whitespace-nowrap">
        <Sign name={sign} className="size-4 shrink-0" />
        {label}
      </span>
    </button>
  );
}
