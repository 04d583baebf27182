import {describe, expect, test} from "vitest";
import {check} from "../../../src/check/check.ts";
import type {Evidence} from "../../../src/model/evidence.ts";
import type {FaultKind} from "../../../src/model/fault.ts";
import {loosened, oneDay, tied} from "./evidence.ts";

/** Faults of claims: those of bare numbers are another matter. */
const claims = (text: string, evidence: Evidence) =>
  check(text, evidence).filter(
    ({kind, text: words}) => kind !== "unsupported" || !/^\W*\d/.test(words),
  );

const kindsOf = (text: string, evidence: Evidence = oneDay) =>
  claims(text, evidence).map(({kind}) => kind);

type Case = readonly [text: string, kind: FaultKind, words: string];

const bad: readonly Case[] = [
  ["The token posted a correlation of −12% with Ethereum.", "miscalled", "correlation of −12%"],
  ["A 7.5% correlation with gold stands out.", "miscalled", "7.5% correlation with gold"],
  ["Its one-day correlation was high.", "miscalled", "one-day correlation"],
  [
    "We computed a correlation matrix of the pair against its peers.",
    "miscalled",
    "correlation matrix",
  ],
  [
    "Correlations with Ether collapsed this week.",
    "miscalled",
    "Correlations with Ether collapsed",
  ],
  ["It shows a negative correlation with silver.", "miscalled", "negative correlation"],
  ["The coin has decoupled from the majors.", "decoupling", "decoupled"],
  ["SOL is breaking away from Bitcoin.", "decoupling", "breaking away from"],
  ["AAVE now trades independently of Ether.", "decoupling", "independently of Ether"],
  ["The price rose because investors returned.", "cause", "because investors returned"],
  [
    "The fall was due to profit-taking by early holders.",
    "cause",
    "due to profit-taking by early holders",
  ],
  ["Volume jumped on the back of a new listing.", "cause", "on the back of a new listing"],
  ["The move suggests that smart traders expect more.", "cause", "suggests that smart traders"],
  ["Prices slid, reflecting outflows from funds.", "cause", "reflecting outflows"],
  ["The coin rose because the moon was full.", "cause", "because the moon was full"],
  ["Altcoins typically follow with a lag.", "base-rate", "typically"],
  ["Historically, such weeks end higher.", "base-rate", "Historically"],
  ["Volume tends to fade soon.", "base-rate", "tends to"],
  ["At this volume there is deep liquidity.", "depth", "deep liquidity"],
  ["It trades on top-tier exchanges.", "depth", "top-tier exchanges"],
  [
    "Turnover sits above our 8% threshold for large positions.",
    "depth",
    "our 8% threshold for large positions",
  ],
  ["We recommend accumulating here.", "recommendation", "We recommend accumulating"],
  ["The token looks undervalued.", "recommendation", "undervalued"],
  ["This is an attractive entry for patient money.", "recommendation", "attractive entry"],
  ["Our price target is unchanged.", "recommendation", "price target"],
  ["Buy the dip.", "recommendation", "Buy the dip"],
  ["The bull case could see a new high.", "probability", "bull case"],
  ["The token could reach 3-5x.", "probability", "3-5x"],
  ["Price will double within weeks.", "probability", "double"],
  ["We expect a recovery over the next 6 months.", "horizon", "over the next 6 months"],
  ["It enjoys organic growth.", "unfounded", "organic"],
  ["Smart money is watching.", "unfounded", "Smart money"],
  ["Each coin stands for $40 worth of compute.", "miscalled", "worth of compute"],
  ["The pattern holds across many DeFi tokens.", "unsupported", "across many DeFi tokens"],
  ["The rouble leg is an outlier.", "exclusion", "outlier"],
  ["We exclude this quote from our thesis.", "exclusion", "exclude this quote"],
  ["Prices were taken at 14:30 on Friday.", "timestamp", "14:30"],
];

test.each(bad)("%s → %s", (text, kind, words) => {
  expect(claims(text, oneDay)).toContainEqual(
    expect.objectContaining({kind, text: words, line: 1}),
  );
});

test.each([
  "There is no sign of decoupling.",
  "Whether it has decoupled from Bitcoin cannot be told from a day’s move.",
  "Has the coin decoupled?",
  "That is a return in another unit, not a correlation.",
  "Priced in Bitcoin the change is −4.17%, because Bitcoin itself rose 0.55% against the dollar.",
  "Nothing in these data speaks of causes, and none is given.",
  "It does not tell who was buying.",
  "It is no advice and no recommendation to buy, sell or hold anything.",
  "How much could be bought or sold at these prices is not known.",
  "Nothing is said about depth or about concentration over venues.",
  "After 23 of 31 such days the price usually fell.",
  "As of 21:07 UTC the price was $270.68.",
  "The coin fell after the exchange halted withdrawals, due to a hack ([Reuters](https://www.reuters.com/x)).",
  "No quote was an outlier.",
  "Outliers are modified z-scores, from the median and the median absolute deviation.",
  "It moves with Bitcoin again less closely, and that is not yet a decoupling.",
  "We do not call this move organic.",
  "The record was set on 10 May 2021 at noon.",
])("nothing is wrong with: %s", text => {
  expect(kindsOf(text)).toEqual([]);
});

const turkish = (text: string) => `---\nlang: "tr"\n---\n\n${text}\n`;

test.each([
  ["Bitcoin ile %4,17 korelasyon görülüyor.", "miscalled", "%4,17 korelasyon"],
  ["24 saatlik korelasyon zayıf.", "miscalled", "24 saatlik korelasyon"],
  ["TAO, Bitcoin'den ayrışıyor.", "decoupling", "ayrışıyor"],
  ["Fiyat, yatırımcı ilgisi nedeniyle yükseldi.", "cause", "yatırımcı ilgisi nedeniyle"],
  ["Bu hareket sermaye akışını yansıtıyor.", "cause", "sermaye akışını yansıtıyor"],
  ["Düşüş kurumsal satışlardan kaynaklanıyor.", "cause", "kurumsal satışlardan kaynaklanıyor"],
  ["Altcoinler genellikle gecikmeyle izler.", "base-rate", "genellikle"],
  ["Hacim, likidite derinliğini gösterir.", "depth", "likidite derinliğini"],
  ["Önde gelen borsalarda işlem görüyor.", "depth", "Önde gelen borsalarda"],
  ["Bu düzeyler bir alım fırsatı sunuyor.", "recommendation", "alım fırsatı"],
  ["Biriktirmeyi öneriyoruz.", "recommendation", "öneriyoruz"],
  ["Hedef fiyatımız aynı.", "recommendation", "Hedef fiyat"],
  ["Boğa senaryosunda yeni bir zirve görülebilir.", "probability", "Boğa senaryosunda"],
  ["Fiyat 3 katına çıkabilir.", "probability", "3 katına"],
  ["Önümüzdeki 6 ayda toparlanma bekleniyor.", "horizon", "Önümüzdeki 6 ayda"],
  ["Organik büyüme sürüyor.", "unfounded", "Organik"],
  ["Ruble bacağı aykırı değer olarak öne çıkıyor.", "exclusion", "aykırı değer"],
])("in Turkish: %s → %s", (text, kind, words) => {
  expect(claims(turkish(text), oneDay)).toContainEqual(
    expect.objectContaining({kind, line: 5, text: expect.stringContaining(words)}),
  );
});

test.each([
  "Ayrıştığına dair bir iz yok.",
  "Bitcoin'den ayrışıp ayrışmadığı bu verilerden söylenemez.",
  "Bu bir korelasyon değil, başka birimde bir getiridir.",
  "Yatırım tavsiyesi değildir; hiçbir şeyi alma, satma ya da tutma önerisi içermez.",
  "Bu veriler nedenlerden söz etmiyor.",
  "Derinlik hakkında bir şey söylenmiyor.",
  "Hacmin kurumsal olup olmadığı bilinmiyor.",
])("in Turkish, nothing is wrong with: %s", text => {
  expect(kindsOf(turkish(text))).toEqual([]);
});

describe("what the evidence carries may be said", () => {
  test("decoupling, where the test finds it", () => {
    const text = "The coin has decoupled from Ostrabell.";
    expect(kindsOf(text, loosened)).toEqual([]);
    expect(kindsOf(text, tied)).toContain("decoupling");
  });

  test("and its denial is wrong there", () => {
    expect(kindsOf("There is no sign of decoupling.", loosened)).toContain("decoupling");
    expect(kindsOf("There is no sign of decoupling.", tied)).toEqual([]);
  });

  test("a correlation, where one was measured", () => {
    expect(kindsOf("The rank correlation with Ostrabell was 0.23 over 90 days.", loosened)).toEqual(
      [],
    );
  });

  test("an outlier, where a rule has left it out", () => {
    expect(kindsOf("The Greek drachma, at +7.4%, is an outlier.", loosened)).toEqual([]);
    expect(kindsOf("Gold, at +3.27%, is an outlier.", loosened)).toContain("exclusion");
  });
});

describe("what takes more than a sentence", () => {
  test("a headline against the moves", () => {
    expect(claims("# TAO soars\n\nIt fell 3.64% in a day.\n", oneDay)).toMatchObject([
      {kind: "contradiction", text: "soars", line: 1, column: 7},
    ]);
    expect(kindsOf("# TAO slides\n\nIt fell 3.64% in a day.\n")).toEqual([]);
  });

  test("a title and a description in the front matter that are not the page's", () => {
    const page = (title: string, description: string) =>
      `---\ntitle: "${title}"\ndescription: "${description}"\n---\n\n# A quiet day\n\n*Little moved. Less is known.*\n`;
    expect(claims(page("A wild day", "Little moved."), oneDay)).toMatchObject([
      {kind: "contradiction", text: "A wild day", line: 2, suggestion: "A quiet day"},
    ]);
    expect(kindsOf(page("A quiet day", "All moved."))).toContain("contradiction");
    expect(kindsOf(page("A quiet day", "Little moved."))).toEqual([]);
  });

  test("two horizons for one outlook", () => {
    const text =
      "It will be decided over 12-24 months.\n\nMuch depends on the next 18-24 months.\n";
    expect(claims(text, oneDay)).toMatchObject([
      {kind: "horizon", reason: expect.stringContaining("18-24 months")},
      {kind: "horizon", reason: expect.stringContaining("line 1")},
    ]);
  });

  test("a lead that breaks off inside a number, and one that stands there twice", () => {
    const lead = "Our reading of the day is that the coin keeps its market capitalization of $2";
    expect(kindsOf(`${lead}\n\n# A headline\n\nText.\n`)).toContain("excerpt");
    expect(
      claims(`${lead}${lead}\n\n# A headline\n\nText.\n`, oneDay).filter(
        one => one.kind === "excerpt",
      ),
    ).toMatchObject([
      {column: lead.length + 1},
      {reason: expect.stringContaining("inside a number")},
    ]);
  });

  test("metals over a weekend, where nothing is said of it", () => {
    const move = "TAO rose 1.56% against silver.";
    expect(claims(move, oneDay)).toMatchObject([{kind: "stale", text: "silver"}]);
    expect(kindsOf(`${move} Metal markets were closed for the weekend.`)).toEqual([]);
    // A Wednesday.
    expect(kindsOf("TSLTH rose 3.38% against silver.", loosened)).toEqual([]);
    // "altında" is below, and only as "altına karşı" gold.
    const stale = (text: string) =>
      claims(turkish(text), oneDay).filter(one => one.kind === "stale");
    expect(stale("TAO 270,68 doların altında kapandı; değişim −%3,64.")).toEqual([]);
    expect(stale("TAO altına karşı %0,14 yükseldi.")).toHaveLength(1);
  });

  test("a paragraph in another language", () => {
    const text =
      "# The day\n\nThe price of the coin fell in the day to the close.\n\nBu içerik bilgilendirme içindir ve bir yatırım tavsiyesi olarak değerlendirilmemelidir.\n";
    expect(claims(text, oneDay)).toMatchObject([{kind: "language", line: 5}]);
  });

  test("the price box of another coin", () => {
    const box = (name: string, symbol: string) => `# A day\n\nText.\n\n${name} Price (${symbol})\n`;
    expect(claims(box("Four", "FOUR"), oneDay)).toMatchObject([{kind: "entity", line: 5}]);
    expect(kindsOf(box("Bittensor", "TAO"))).toEqual([]);
  });
});

describe("in a note that was edited", () => {
  test("a sentence that nothing stands behind", async () => {
    const statement = (i: number) =>
      `${oneDay.statements.filter(one => one.length === 1 && typeof one[0] === "string" && one[0].length > 40)[i]![0]}`;
    const note = [0, 1, 2].map(i => statement(i)).join("\n\n");
    expect(kindsOf(note)).toEqual([]);
    const added = "The team behind it keeps shipping, month after month.";
    expect(claims(`${note}\n\n${added}\n`, oneDay)).toMatchObject([
      {kind: "unsupported", text: added, reason: expect.stringContaining("cite a source")},
    ]);
    expect(
      kindsOf(`${note}\n\n${added.replace("shipping", "[shipping](https://example.org)")}\n`),
    ).toEqual([]);
  });
});

test("the words of a coin's name are not the note's", () => {
  const named = {...oneDay, note: {...oneDay.note, name: "Organic Buy Signal"}};
  expect(kindsOf("Organic Buy Signal closed lower.", named)).toEqual([]);
});
