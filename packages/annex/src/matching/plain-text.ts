type Spelling = readonly [written: RegExp, plain: string];

/** Who is who, whatever an annex calls the two parties. */
const parties: readonly Spelling[] = [
  [/再(?:々|再)?(?:受託者|受注者|受託事業者)/gu, '再委託先'],
  [/再委託(?:の)?(?:相手方|相手先|業者|事業者)/gu, '再委託先'],
  [/下請(?:負|け)?(?:業者|者|人)/gu, '再委託先'],
  [/(?:受託|受注)(?:事業)?者|請負(?:業)?(?:者|人)/gu, '乙'],
  [/(?<!再)(?:委託|発注)者|委託元/gu, '甲'],
  [
    /(?<!\p{Script=Han})[本当]?(?:市|区|町|村|県|市長|区長|町長|村長|知事|教育委員会|広域連合)(?=[はがにのをへとか、,])/gu,
    '甲',
  ],
];

/** One spelling for words that are written in several ways. */
const spellings: readonly Spelling[] = [
  [/\s+/gu, ''],
  [/取り?扱[いうわっえ]?/gu, '取扱'],
  [/持ち?出[しさすせ]?/gu, '持出'],
  [/持ち?帰[りるっ]?/gu, '持帰'],
  [/持ち?込[みむまん]?/gu, '持込'],
  [/立ち?会[いうわっ]?/gu, '立会'],
  [/立ち?入[りるらっ]?/gu, '立入'],
  [/届け?出[るれで]?|届け/gu, '届出'],
  [/引き?渡[しさす]?/gu, '引渡'],
  [/受け?渡[しさす]?/gu, '受渡'],
  [/見直[しさす]?/gu, '見直'],
  [/漏洩|漏(?:え)い/gu, '漏えい'],
  [/ウィルス/gu, 'ウイルス'],
  [/(サーバ|コンピュータ|シュレッダ|データセンタ|ユーザ|ワイヤ|フォルダ)ー/gu, '$1'],
  [/覗き?見|のぞき見/gu, '覗見'],
  [/封かん|封緘/gu, '封緘'],
  [/毀損|き損|棄損/gu, '毀損'],
  [/および|並びに|ならびに/gu, '及び'],
  [/または|若しくは|もしくは/gu, '又は'],
  [/予め|前もって/gu, 'あらかじめ'],
  [/ただちに|すぐに|直ぐに/gu, '直ちに'],
  [/いけません|なりません/gu, 'ならない'],
  [/できません/gu, 'できない'],
  [/ないで(?:ください|下さい)/gu, 'ないこと'],
  [/かぎり/gu, '限り'],
  [/マイナンバー/gu, '個人番号'],
  [/従業員|社員/gu, '従業者'],
  [/厳封|封を(?=し|する)/gu, '封緘'],
  [/更に/gu, 'さらに'],
  [/再再委託/gu, '再々委託'],
  [/外部記録媒体|電磁的記録媒体|電子記録媒体|電子媒体|可搬媒体/gu, '記録媒体'],
];

/** A text made plain, so that annexes of different towns can be compared. */
export function plainText(text: string): string {
  let plain = text.normalize('NFKC');
  for (const [written, replacement] of [...spellings, ...parties]) {
    plain = plain.replaceAll(written, replacement);
  }
  return plain;
}

/** The sentences of a plain text, and each two that follow one another. */
export function windowsOf(plain: string): readonly string[] {
  const sentences = sentencesOf(plain);
  const pairs = sentences.slice(1).map((sentence, index) => `${sentences[index] ?? ''}${sentence}`);
  return [...sentences, ...pairs];
}

/** A full stop within brackets ends no sentence. */
function sentencesOf(plain: string): readonly string[] {
  const sentences: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of plain.matchAll(/[(「『)」』。]/gu)) {
    if (/[(「『]/u.test(mark)) depth += 1;
    else if (mark !== '。') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      sentences.push(plain.slice(from, index + 1));
      from = index + 1;
    }
  }
  return from < plain.length ? [...sentences, plain.slice(from)] : sentences;
}
