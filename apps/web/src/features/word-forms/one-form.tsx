import { Link, useParams } from '@tanstack/react-router';
import { type AnswerOf, addressOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Fact, FactList } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answered } from '../../ui/states.tsx';
import { Adopting } from './adopting.tsx';
import { FitView } from './fit-view.tsx';
import { FormNames } from './form-names.tsx';
import { messages } from './messages.ts';
import { routes } from '@kanribo/api';

type Told = AnswerOf<'wordForm'>;

/** The form of one filing: which it is, how another comes into use, and what it may bear. */
export function OneWordForm() {
  const { contract, filing } = useParams({ from: '/contracts/$contract/filings/forms/$filing' });
  const asked = useAnswer('wordForm', { params: { contract, filing } });
  return (
    <Answered asked={asked} title={messages.title}>
      {(told) => (
        <Page
          title={messages.one(told.form.title)}
          actions={
            <Link
              to="/contracts/$contract/filings/forms"
              params={{ contract }}
              className={buttonClass()}
            >
              {messages.backToForms}
            </Link>
          }
        >
          <div className="flex flex-col gap-10">
            <Now {...{ contract, told }} />
            <Adopting {...{ contract, told }} />
            <FormNames {...{ contract, told }} />
          </div>
        </Page>
      )}
    </Answered>
  );
}

function Now({ contract, told: { form, fit, fitMissing } }: Shown) {
  const { status, since, clientReference, clientPerson, form: digest } = form;
  return (
    <Section title={messages.now}>
      <FactList>
        <Fact title={messages.form}>{messages.statuses[status]}</Fact>
        {since !== null && (
          <>
            <Fact title={messages.since}>
              <EraMoment moment={since} />
            </Fact>
            <Fact title={messages.reference}>{clientReference || messages.none}</Fact>
            <Fact title={messages.person}>{clientPerson || messages.none}</Fact>
          </>
        )}
        {digest !== null && (
          <Fact title={messages.file}>
            <a
              href={addressOf(routes.evidence, { params: { contract, digest } })}
              download={`${form.filing}.docx`}
              className="text-key-900 underline underline-offset-4"
            >
              {messages.takeFile}
            </a>
          </Fact>
        )}
      </FactList>
      {fitMissing !== null && (
        <Notice kind="warning" title={messages.fitsNot} isLive={false}>
          <p>{fitMissing}</p>
        </Notice>
      )}
      {fit !== null && <FitView fit={fit} title={messages.fit} />}
    </Section>
  );
}

interface Shown {
  readonly contract: string;
  readonly told: Told;
}
