import type {Claim, Passage, TextRule} from "./claim.ts";

const ended = /[.!?…:]["”’»)\]*]*$/;
const longEnough = 60;

/** A lead or description that breaks off, and a text that stands there twice. */
export const excerpt: TextRule = ({passages}) => [...cut(passages), ...twice(passages)];

/** Leads are the description, the deck, and whatever stands before the title. */
function cut(passages: readonly Passage[]): (Claim & {passage: Passage})[] {
  const title = passages.findIndex(({sentence}) => sentence.role === "title");
  const leads = passages.filter(
    ({sentence: {role}}, i) =>
      role === "deck" ||
      role === "front-description" ||
      (role === "paragraph" && i < Math.max(title, 1)),
  );
  const lastOfBlock = leads.filter((one, i) => leads[i + 1]?.sentence.block !== one.sentence.block);
  const titles = passages
    .filter(({sentence}) => sentence.role === "title")
    .map(({sentence}) => sentence.text);
  return lastOfBlock.flatMap(passage => {
    const {text} = passage.sentence;
    if (text.length < longEnough || ended.test(text) || titles.includes(text)) return [];
    const from = Math.max(0, text.lastIndexOf(" ", text.length - 24) + 1);
    const number = /\d$/.test(text) ? "inside a number" : "inside a sentence";
    return [
      {
        passage,
        from,
        to: text.length,
        kind: "excerpt",
        reason: `the lead breaks off ${number}: an excerpt ends where a sentence ends`,
      },
    ];
  });
}

function twice(passages: readonly Passage[]): (Claim & {passage: Passage})[] {
  const seen = new Map<string, Passage>();
  return passages.flatMap(passage => {
    const {text, role} = passage.sentence;
    if (text.length < longEnough || (role !== "paragraph" && role !== "item")) return [];
    const doubled = doubling(text);
    if (doubled !== undefined)
      return [
        {
          passage,
          from: doubled,
          to: Math.min(text.length, doubled + 40),
          kind: "excerpt" as const,
          reason: "the text begins a second time here",
        },
      ];
    const before = seen.get(text);
    if (!before) {
      seen.set(text, passage);
      return [];
    }
    return [
      {
        passage,
        from: 0,
        to: text.length,
        kind: "excerpt" as const,
        reason: `the same sentence stands in line ${before.sentence.place(0).line}`,
      },
    ];
  });
}

/** Where the second half begins that repeats the first. */
function doubling(text: string): number | undefined {
  for (const gap of [0, 1]) {
    const half = (text.length - gap) / 2;
    if (Number.isInteger(half) && text.slice(0, half) === text.slice(half + gap)) return half + gap;
  }
  return undefined;
}
