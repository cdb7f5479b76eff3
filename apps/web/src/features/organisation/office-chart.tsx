import { type Registers, namesIn } from '../../api/use-registers.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { nameOf } from '../../names.ts';
import { roleTitle } from '../../roles.ts';
import { Section } from '../../ui/page.tsx';
import { ChartBox } from './chart-box.tsx';
import { messages } from './messages.ts';
import { type OfficeName, termsIn } from './terms.ts';

const boxWidth = 240;
const gap = 60;
const rowGap = 44;
const lineHeight = 24;
const headHeight = 34;

/** The offices as they stand below each other today; the audit officer stands apart. */
export function OfficeChart({ registers }: { readonly registers: Registers }) {
  const { today } = useContract();
  const names = namesIn(registers);
  const terms = termsIn(registers, today).filter(({ state }) => state === 'current');
  const holders = (office: OfficeName): readonly string[] => {
    const held = terms.filter((term) => term.office === office);
    return held.length === 0 ? [messages.vacant] : held.map(({ person }) => nameOf(names, person));
  };
  return (
    <Section title={messages.chart}>
      <p className="text-dns-14N-130 text-solid-gray-700">{messages.chartLead}</p>
      <Drawing holders={holders} />
      <details className="print:hidden">
        <summary className="cursor-pointer text-dns-16N-130">{messages.chartText}</summary>
        <ul className="list-disc ps-6 pt-2">
          {chain.map((office, index) => (
            <li key={office}>{textOf(office, holders(office), chain[index - 1])}</li>
          ))}
          <li>
            {`${roleTitle('audit-officer')}（${messages.beside}）：${holders('audit-officer').join('、')}`}
          </li>
        </ul>
      </details>
    </Section>
  );
}

const chain = ['chief-officer', 'manager', 'handler'] as const;

function textOf(office: string, holders: readonly string[], above: string | undefined): string {
  const place = above === undefined ? '' : `（${messages.reports(roleTitle(above))}）`;
  return `${roleTitle(office)}${place}：${holders.join('、')}`;
}

function Drawing({ holders }: { readonly holders: (office: OfficeName) => readonly string[] }) {
  const heightOf = (office: OfficeName) => headHeight + holders(office).length * lineHeight + 10;
  const tops = chain.map((_, index) =>
    chain.slice(0, index).reduce((sum, office) => sum + heightOf(office) + rowGap, 2),
  );
  const height = (tops.at(-1) ?? 0) + heightOf('handler') + 4;
  const width = boxWidth * 2 + gap + 4;
  const [first = 2] = tops;
  const middle = first + 17;
  return (
    <svg
      role="img"
      aria-label={messages.chart}
      viewBox={`0 0 ${width} ${height}`}
      className="w-full max-w-150"
    >
      <line
        x1={boxWidth}
        x2={boxWidth + gap}
        y1={middle}
        y2={middle}
        strokeDasharray="6 4"
        className="stroke-solid-gray-600 stroke-2 forced-colors:stroke-[CanvasText]"
      />
      {chain.slice(1).map((office, index) => (
        <line
          key={office}
          x1={boxWidth / 2}
          x2={boxWidth / 2}
          y1={(tops[index] ?? 0) + heightOf(chain[index] ?? 'handler')}
          y2={tops[index + 1]}
          className="stroke-solid-gray-600 stroke-2 forced-colors:stroke-[CanvasText]"
        />
      ))}
      {chain.map((office, index) => (
        <ChartBox
          key={office}
          x={2}
          y={tops[index] ?? 0}
          width={boxWidth}
          height={heightOf(office)}
          title={roleTitle(office)}
          lines={holders(office)}
        />
      ))}
      <ChartBox
        x={boxWidth + gap}
        y={first}
        width={boxWidth}
        height={heightOf('audit-officer')}
        title={roleTitle('audit-officer')}
        lines={holders('audit-officer')}
      />
    </svg>
  );
}
