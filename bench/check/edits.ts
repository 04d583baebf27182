import {bridges, negations, questions, shaped} from "../../test/check/shapes.ts";

import type {WrittenNote} from "./notes.ts";
import {localeOf, picking} from "./sayings.ts";
import type {Random} from "./spots.ts";

/** What an editor may do without making anything wrong. */
export const editKinds = [
  "sentence deleted",
  "paragraphs reordered",
  "synonym",
  "rounded anew",
  "bridge added",
  "question added",
  "negation added",
] as const;
export type EditKind = (typeof editKinds)[number];

/** The note after such an edit; undefined where there is nothing to do. */
export function edited(note: WrittenNote, kind: EditKind, random: Random): string | undefined {
  switch (kind) {
    case "sentence deleted":
      return deleted(note, random);
    case "paragraphs reordered":
      return reordered(note, random);
    case "synonym":
      return reworded(note, random);
    case "rounded anew":
      return rounded(note, random);
    case "bridge added":
      return told(note, bridges, random);
    case "question added":
      return told(note, questions, random);
    case "negation added":
      return told(note, negations, random);
  }
}

const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];

const isParagraph = (line: string) => /^\p{Lu}.*\.$/u.test(line);

/** A sentence of a paragraph, not its first. */
function deleted({markdown}: WrittenNote, random: Random): string | undefined {
  const lines = markdown.split("\n");
  const places = lines.flatMap((line, i) =>
    i > 15 && isParagraph(line) && /[a-zçğıöşü%\d)]\. \p{Lu}/u.test(line) ? [i] : [],
  );
  const place = pick(places, random);
  if (place === undefined) return undefined;
  const sentences = lines[place]!.split(/(?<=[a-zçğıöşü%\d)]\.) (?=\p{Lu})/u);
  sentences.splice(1 + Math.floor(random() * (sentences.length - 1)), 1);
  lines[place] = sentences.join(" ");
  return lines.join("\n");
}

function reordered({markdown}: WrittenNote, random: Random): string | undefined {
  const blocks = markdown.split("\n\n");
  const places = blocks.flatMap((block, i) => (i > 4 && isParagraph(block) ? [i] : []));
  const [one, other] = [pick(places, random), pick(places, random)];
  if (one === undefined || other === undefined || one === other) return undefined;
  [blocks[one], blocks[other]] = [blocks[other]!, blocks[one]!];
  return blocks.join("\n\n");
}

const synonyms: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/(?<=\w )rose(?= )/, "climbed"],
    [/(?<=\w )fell(?= )/, "dropped"],
    [/(?<=\w )gained(?= )/, "added"],
    [/(?<=\w )lost(?= )/, "shed"],
    [/changed hands/, "was traded"],
    [/against the dollar/, "in dollar terms"],
    [/barely moved/, "hardly moved"],
    [/(?<=\w )before(?= each| the| \()/, "ahead of"],
    [/says more about/, "tells more about"],
    [/(?<= )stands(?= )/, "is"],
    [/whose median is/, "the median of which is"],
    [/the price of/, "the quote of"],
    [/(?<= )hardly(?= )/, "barely"],
    [/(?<= )largely(?= )/, "mostly"],
    [/(?<= )over the last(?= )/, "in the last"],
    [/of the past year/, "in the past year"],
    [/(?<= )closest(?= )/, "nearest"],
    [/(?<= )harder(?= )/, "more steeply"],
    [/(?<= )would have revealed(?= )/, "would have shown"],
    [/(?<= )lies(?= )/, "is"],
    [/is like theirs/, "is similar to theirs"],
    [/in the same days/, "over the same days"],
    [/(?<= )ran from(?= )/, "went from"],
    [/(?<= )among them/, "of these"],
  ],
  tr: [
    [/ yükseldi/, " arttı"],
    [/ düştü/, " geriledi"],
    [/ geriledi/, " düştü"],
    [/ arttı/, " yükseldi"],
    [/el değiştirdi/, "işlem gördü"],
    [/ göre /, " kıyasla "],
    [/ ancak /, " fakat "],
    [/ neredeyse /, " hemen hemen "],
    [/ öteki /, " diğer "],
    [/ aynı günlerde /, " o günlerde "],
    [/ uzanıyor/, " gidiyor"],
    [/ bulunmadı/, " görülmedi"],
    [/ veriyor/, " gösteriyor"],
    [/ yalnızca /, " sadece "],
  ],
};

/** A sentence that claims nothing, at the end of a paragraph or as one of its own. */
function told(note: WrittenNote, shapes: typeof bridges, random: Random): string | undefined {
  const blocks = note.markdown.split("\n\n");
  const places = blocks.flatMap((block, i) => (i > 4 && isParagraph(block) ? [i] : []));
  const place = pick(places, random);
  if (place === undefined) return undefined;
  const {name, symbol} = note.evidence.note;
  const coin = random() < 0.5 ? name : symbol;
  const sentence = shaped(shapes[localeOf(note)], picking(random), {coin});
  blocks[place] += (random() < 0.5 ? " " : "\n\n") + sentence;
  return blocks.join("\n\n");
}

/** The title stands twice, and who edits one edits the other: only what follows is touched. */
const bodyOf = (markdown: string) => markdown.indexOf("\n## ");

/** What stands in a table is data, and a cited fact is its editor's, word for word. */
function isFixed(markdown: string, at: number): boolean {
  const start = markdown.lastIndexOf("\n", at) + 1;
  const line = markdown.slice(start, markdown.indexOf("\n", at));
  return line.startsWith("|") || line.includes("](http");
}

function reworded({markdown, locale}: WrittenNote, random: Random): string | undefined {
  const start = bodyOf(markdown);
  const pair = pick(
    (synonyms[locale] ?? []).filter(([word]) => word.test(markdown.slice(start))),
    random,
  );
  if (!pair) return undefined;
  const places = [...markdown.slice(start).matchAll(new RegExp(pair[0].source, "g"))].filter(
    ({index}) => !isFixed(markdown, start + index),
  );
  const place = pick(places, random);
  if (!place) return undefined;
  const from = start + place.index;
  return markdown.slice(0, from) + pair[1] + markdown.slice(from + place[0].length);
}

/** A percentage with one decimal as a whole one, where the figure behind it is known. */
function rounded({markdown, evidence, locale}: WrittenNote, random: Random): string | undefined {
  const known = Map.groupBy(
    evidence.figures.flatMap(({value, unit, printed}) =>
      printed.map(print => ({value, unit, print})),
    ),
    ({print}) => print,
  );
  const end = markdown.lastIndexOf("\n## ");
  const places = [...known.values()].flatMap(same => {
    const {print, value, unit} = same[0]!;
    if (
      same.length > 1 ||
      unit === "beta" ||
      !/^[−+]?%?\d+[.,]\d%?$/.test(print) ||
      !print.includes("%")
    )
      return [];
    const whole = Math.abs(value * 100);
    if (whole < 5) return [];
    const at = markdown.indexOf(` ${print} `, bodyOf(markdown)) + 1;
    if (at <= 0 || at > end) return [];
    return [{at, print, whole: Math.round(Number(whole.toPrecision(12)))}];
  });
  const place = pick(places, random);
  if (!place) return undefined;
  const sign = /^[−+]/.exec(place.print)?.[0] ?? "";
  const words = locale === "tr" ? `${sign}%${place.whole}` : `${sign}${place.whole}%`;
  return markdown.slice(0, place.at) + words + markdown.slice(place.at + place.print.length);
}
