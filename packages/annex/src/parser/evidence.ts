import { opensSentence } from './headings.ts';
import { type Marker, type NumberingStyle, readMarkers } from './markers.ts';
import { widthOf } from './source-lines.ts';

/** What surrounds a text that may begin with a clause's number. */
export interface Surroundings {
  /** The text just before it, or null where it opens a clause. */
  readonly previous: string | null;
  /** How wide full lines of this source are. */
  readonly usualWidth: number;
}

/** A reading of a text as a clause's number, with what speaks for it. */
export interface Candidate {
  readonly marker: Marker;
  /** Above 0 where more speaks for it than against it. */
  readonly weight: number;
}

/** Every reading of a text as a clause's number that is not ruled out. */
export function candidatesIn(text: string, around: Surroundings): readonly Candidate[] {
  const markers = readMarkers(text);
  if (markers.length === 0) return [];
  const closed = closedness(around);
  return markers.flatMap((marker) => {
    const rest = text.slice(marker.end);
    if (isRuledOut(marker, rest)) return [];
    const weight = trust[marker.style] + separationWeight(marker) + closed(marker.style);
    const speech = marker.separation === 'space' && opensSentence(rest) ? 1.2 : 0;
    return [{ marker, weight: weight + speech - (isReference(marker, rest) ? 3 : 0) }];
  });
}

/** How much a mark says by its looks alone. */
const trust: Readonly<Record<NumberingStyle, number>> = {
  article: 3,
  ordinal: 2,
  plain: 1.2,
  parenthesised: 2.2,
  circled: 2.5,
  kanji: 1,
  'parenthesised-kanji': 2.2,
  gojuon: 1,
  iroha: 1,
  'parenthesised-gojuon': 2,
  'parenthesised-iroha': 2,
  latin: 0.8,
  'parenthesised-latin': 1.5,
  roman: 2,
};

function separationWeight({ separation, style }: Marker): number {
  if (separation !== 'none') return 0.5;
  return style === 'plain' || style === 'article' ? 0 : -0.8;
}

/** Whether the text before has come to its end, so that a clause may begin here. */
function closedness({ previous, usualWidth }: Surroundings) {
  if (previous === null) return () => 1;
  if (/(?:[。．」』】］:：]|特記事項|特約|特約事項|仕様書|契約書|条項)$/u.test(previous))
    return () => 1;
  if (/(?:第|平成|令和|昭和|法律|[0-9０-９、，（(「『])$/u.test(previous)) return () => -3;
  const filled = widthOf(previous) / usualWidth;
  if (filled < 0.75 || previous.length < 4) return () => 0.8;
  if (/(?:こと|もの|とき|場合|者|[)）])$/u.test(previous)) return () => 0.3;
  if (filled < 0.9) return () => -0.3;
  return (style: NumberingStyle) => (style === 'article' ? -2.5 : -2);
}

/** Counters and units: 25年, 10人, ２条 are numbers of the text, not of a clause. */
const counted =
  /^(?:条|項|号|年|月|日|人|名|件|回|時|分|秒|％|%|個|つ|階|割|倍|歳|円|行|字|桁|部|冊|枚|台|社|箇|ヶ|カ所|か所|か月|カ月|週|名|点|段|種|級|以上|以下|以内|未満|[,，/／:：\-－~〜][0-9０-９])/u;

/** What continues a reference to an article instead of opening one. */
const referring =
  /^(?:第\s?[0-9０-９一二三四五六七八九十]|の|に|を|が|から|及び|および|又は|または|並びに|ならびに|若しくは|もしくは|、|，|。|ただし書|各号|中の|以[下上外]|と同|で|まで|[)）])/u;

/** What a number counts even where the page puts a space between. */
const countedApart = /^(?:条|項|号|年|月|日(?!本)|[0-9０-９])/u;

function isRuledOut(marker: Marker, rest: string): boolean {
  if (marker.style === 'plain' && marker.separation === 'none') return counted.test(rest);
  if (marker.style === 'plain') return marker.separation === 'space' && countedApart.test(rest);
  if (marker.style === 'article')
    return /^第\s?[0-9０-９一二三四五六七八九十]+\s?[項号]/u.test(rest);
  return false;
}

function isReference(marker: Marker, rest: string): boolean {
  if (marker.style === 'article') return marker.separation === 'none' && referring.test(rest);
  if (marker.style === 'plain')
    return marker.separation === 'none' && /^[のをがにはで、，。]/u.test(rest);
  return (
    marker.separation === 'enclosed' &&
    /^(?:[のをがには、，。]|から|及び|又は|および|または)/u.test(rest)
  );
}
