import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { messages } from './messages.ts';

type Tree = AnswerOf<'subcontracts'>;
type Node = Tree['nodes'][number];

/** The tree of subcontracts below the contractor, with how far each has come. */
export function Subcontracts({ contract }: { readonly contract: string }) {
  const { contractor } = useContract();
  const asked = useAnswer('subcontracts', { params: { contract }, query: {} });
  return (
    <Answered asked={asked}>
      {(tree) =>
        tree.nodes.length === 0 ? (
          <Empty title={messages.subcontractsEmpty} />
        ) : (
          <>
            <p className="mb-3 text-dns-14N-130 text-solid-gray-700">{messages.subcontractsLead}</p>
            <p className="w-fit rounded-8 border border-solid-gray-600 bg-key-50 px-4 py-2 text-std-16B-170">
              {`${messages.contractor}：${contractor}`}
            </p>
            <Branches contract={contract} tree={tree} parent={null} />
          </>
        )
      }
    </Answered>
  );
}

function Branches({
  contract,
  tree,
  parent,
}: {
  readonly contract: string;
  readonly tree: Tree;
  readonly parent: string | null;
}) {
  const children = tree.nodes.filter((node) => node.parent === parent);
  if (children.length === 0) return null;
  return (
    <ul className="ms-5 flex flex-col border-s-2 border-solid-gray-600">
      {children.map((node) => (
        <li key={node.case} className="pt-4">
          <div className="flex items-start before:mt-5 before:h-0.5 before:w-6 before:shrink-0 before:bg-solid-gray-600">
            <OneNode contract={contract} node={node} names={tree.names} />
          </div>
          <div className="ms-6">
            <Branches contract={contract} tree={tree} parent={node.case} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const milestones = ['confirmed', 'applied', 'approved', 'contracted', 'handed'] as const;

function OneNode({
  contract,
  node,
  names,
}: {
  readonly contract: string;
  readonly node: Node;
  readonly names: Tree['names'];
}) {
  const { depth, stage, dates, missing, outOfOrder, unchecked } = node;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2 rounded-8 border border-solid-gray-600 bg-white px-4 py-3">
      <p className="flex flex-wrap items-center gap-3">
        <span className="text-dns-14B-130">{messages.depth(depth)}</span>
        <CaseLink contract={contract} id={node.case} names={names} />
        <span className="rounded-4 border border-solid-gray-600 px-1.5 py-0.5 text-dns-14N-130">
          {messages.stages[stage]}
        </span>
      </p>
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-dns-14N-130">
        {milestones.map((name) => {
          const day = dates[name];
          return (
            <div key={name} className="flex gap-1">
              <dt>{`${messages.milestones[name]}：`}</dt>
              <dd>{day === null ? messages.notYet : <EraDay day={day} isShort />}</dd>
            </div>
          );
        })}
      </dl>
      {(missing.length > 0 || outOfOrder.length > 0 || unchecked > 0) && (
        <ul className="flex flex-wrap gap-1">
          {unchecked > 0 && (
            <li>
              <Mark text={messages.unchecked(unchecked)} />
            </li>
          )}
          {missing.map((name) => (
            <li key={name}>
              <Mark text={`${messages.missing}：${milestoneTitle(name)}`} />
            </li>
          ))}
          {outOfOrder.map((name) => (
            <li key={name}>
              <Mark text={`${messages.outOfOrder}：${milestoneTitle(name)}`} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const titles: ReadonlyMap<string, string> = new Map(Object.entries(messages.milestones));

const milestoneTitle = (name: string): string => titles.get(name) ?? name;
