import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { ArticleGrid } from './article-grid.tsx';
import { type ShownStanding, articleOf, articlesOf } from './articles.ts';
import { AsOf, type AsOfDay } from './as-of.tsx';
import { DutyDetail } from './duty-detail.tsx';
import { DutyList } from './duty-list.tsx';
import { messages } from './messages.ts';
import { Summary } from './summary.tsx';

const from = '/contracts/$contract/duty-map';

/** 義務マップ: the articles at a glance, as of a day, by what happened or by what was known. */
export function DutyMap() {
  const { id: contract, today } = useContract();
  const { day = today, reading, duty } = useSearch({ from });
  const navigate = useNavigate({ from });
  const query = reading === 'known' ? { day, known: day } : { day };
  const asked = useAnswer('dutyMap', { params: { contract }, query }, { keepsLast: true });
  const show = (asOf: AsOfDay, opened?: string) =>
    void navigate({
      search: {
        ...(asOf.day !== today && { day: asOf.day }),
        ...(asOf.reading === 'known' && { reading: 'known' }),
        ...(opened !== undefined && { duty: opened }),
      },
      replace: true,
      resetScroll: false,
    });
  const asOf = { day, reading: reading ?? 'happened' } as const;
  return (
    <Page
      title={messages.title}
      lead={<span className="print:hidden">{messages.lead}</span>}
      actions={<Button onClick={() => window.print()}>{messages.print}</Button>}
    >
      <AsOf {...asOf} onChange={show} />
      <Answered asked={asked}>
        {({ standings }) =>
          standings.length === 0 ? (
            <Empty title={messages.empty}>
              <p>{messages.emptyLead}</p>
            </Empty>
          ) : (
            <DutyMapBody
              standings={standings}
              opened={duty}
              onOpen={(opened) => show(asOf, opened)}
            />
          )
        }
      </Answered>
    </Page>
  );
}

function DutyMapBody({
  standings,
  opened,
  onOpen,
}: {
  readonly standings: readonly ShownStanding[];
  readonly opened: string | undefined;
  readonly onOpen: (duty: string | undefined) => void;
}) {
  const [article, setArticle] = useState<number>();
  const found = standings.find(({ duty }) => duty === opened);
  const listed =
    article === undefined
      ? standings
      : standings.filter(({ clause }) => articleOf(clause) === article);
  const title = article === undefined ? messages.list : messages.listOf(messages.article(article));
  return (
    <div className="flex flex-col gap-8">
      <Summary standings={standings} />
      <ArticleGrid articles={articlesOf(standings)} chosen={article} onChoose={setArticle} />
      <Section
        title={title}
        aside={
          article !== undefined && (
            <Button look="text" onClick={() => setArticle(undefined)}>
              {messages.everything}
            </Button>
          )
        }
      >
        <DutyList title={title} standings={listed} onOpen={onOpen} />
      </Section>
      <Dialog
        title={found?.title ?? messages.duty}
        isOpen={found !== undefined}
        onClose={() => onOpen(undefined)}
        isWide
      >
        {found !== undefined && <DutyDetail standing={found} />}
      </Dialog>
    </div>
  );
}
