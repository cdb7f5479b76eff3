import { type DutyId, dutyCatalogue, matchDuties, parseAnnex } from '@kanribo/annex';
import { proposalsOf, textsOf } from '@kanribo/domain';
import type { JsonObject } from '@kanribo/kernel';
import type { Deed } from '../deed.ts';
import type { Story } from '../story.ts';

/** A subcontract's text to be compared with the annex, and the duty that asks for it. */
interface Comparing {
  readonly node: string;
  readonly text: string;
  readonly duty: DutyId;
}

/**
 * Equal or stricter clauses (18.1): the software proposes clause by clause, a person confirms each,
 * and what the text lacks is put right by an agreement beside it before the contract is signed.
 */
export async function comparesClauses(story: Story, comparing: Comparing): Promise<void> {
  const { stage, cast } = story;
  const { node, text, duty } = comparing;
  const actor = cast.manager.id;
  const name = stage.nameOf(node);
  const comparison = await stage.act({
    says: `${name} との契約の本文を登録`,
    actor,
    does: 'clauses-comparison/imported',
    duty,
    values: { subcontract: node, text: await stage.keep(text) },
  });
  const proposals = proposalsOf(matchDuties(parseAnnex(text), dutyCatalogue));
  const deeds = (step: 'proposed' | 'confirmed', found: readonly JsonObject[], by: string) =>
    found.map((values): Deed => {
      const says = `${comparison} ${String(values['clause'] ?? '規定なし')} ${String(values['result'])}`;
      return {
        says,
        actor: by,
        does: `clauses-comparison/${step}`,
        case: comparison,
        duty,
        values,
      };
    });
  await stage.actTogether(
    'システムが条項ごとの対照の案を作成',
    deeds('proposed', proposals, 'software'),
  );
  const settle = (when: string): Deed => ({
    says: `${name} との契約の規定の対照を完了（${when}）`,
    actor,
    does: 'clauses-comparison/settled',
    duty,
    case: comparison,
  });
  const found = proposals.filter(({ result }) => result === 'equal');
  const lacking = proposals.filter(({ result }) => result !== 'equal');
  await stage.actTogether('人が条項ごとに確認（規定のあるもの）', deeds('confirmed', found, actor));
  await stage.refused(settle('確認の途中'), { code: 'clauses-unconfirmed', duty });
  await stage.actTogether('人が確認（規定のないもの）', deeds('confirmed', lacking, actor));
  await stage.act(settle('本文'));
  const missing = lacking.flatMap((values) => textsOf(values, 'duties'));
  stage.tell(`規定のない、または緩い義務：${missing.length}件。覚書で補います。`);
  const clause = '覚書第1条';
  const added: Deed = {
    says: `${name} との覚書で、不足する義務を委託契約の特記事項のとおりと定める`,
    actor,
    does: 'clauses-comparison/confirmed',
    duty,
    case: comparison,
    values: { duties: missing, result: 'equal', clause },
  };
  await stage.act(added);
  await stage.act(settle('覚書を含む'));
}
