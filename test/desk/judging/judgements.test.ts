import {describe, expect, test} from "vitest";
import {chosen, type Judged, judgementKinds} from "../../../src/desk/judging/judgement.ts";
import {judgementsOf} from "../../../src/desk/judging/judgements.ts";
import {judgingWords} from "../../../src/languages/judging.ts";
import {deskLocales as locales} from "../../../src/model/deskLocale.ts";
import type {Draft} from "../../../src/model/draft.ts";
import {draftOf} from "../../walk.ts";

const sample = async (asOf: string, locale: string) =>
  (await draftOf({coin: "tessilith", source: "files", data: "samples/simulated", asOf, locale}))
    .draft;
const judged = ({markdown, evidence, news}: Draft, more: Partial<Judged> = {}): Judged => ({
  text: markdown,
  evidence,
  news,
  faults: [],
  facts: [],
  ...more,
});
const july = "2025-07-02T00:00:00Z";
const may = "2025-05-20T00:00:00Z";

describe.each(locales)("of a note in %s", locale => {
  test("the headline and the lead come first, each sentence with its test, where it stands", async () => {
    const draft = await sample(july, locale);
    const items = judgementsOf(judged(draft), locale);
    expect(items.length).toBeLessThanOrEqual(9);
    const places = items.map(({kind}) => judgementKinds.indexOf(kind));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const [title, lead] = items;
    expect(title).toMatchObject({
      kind: "headline",
      title: judgingWords[locale].headline,
      says: draft.evidence.note.title,
      statement: 0,
      test: {threshold: 0.05, nearness: 0},
    });
    expect(draft.markdown.slice(title?.from, title?.to)).toBe(title?.says);
    expect(draft.markdown.slice(lead?.from, lead?.to)).toBe(lead?.says);
  });

  test("a claim near its threshold is to be judged, and one far from it stays quiet", async () => {
    const items = judgementsOf(judged(await sample(july, locale)), locale);
    const claims = items.filter(({kind}) => kind === "claim");
    expect(claims.map(({id}) => id.split(".")[1])).toEqual(["30d"]);
    expect(claims[0]?.test?.p).toBeCloseTo(0.04, 3);
    expect(claims[0]?.test?.nearness).toBeGreaterThan(0.9);
    const far = judgementsOf(judged(await sample(may, locale)), locale);
    for (const {kind, test: one} of far)
      if (kind === "claim") expect(one?.nearness).toBeGreaterThanOrEqual(0.5);
  });

  test("what has turned since the last note is told, with what it was", async () => {
    const [now, last] = [await sample(july, locale), await sample(may, locale)];
    const changed = judgementsOf(judged(now, {before: last}), locale).filter(
      ({kind}) => kind === "changed",
    );
    expect(changed.map(({figures}) => figures)).toEqual([
      ["past.30d.change"],
      ["past.365d.change"],
      ["price.usd"],
    ]);
    for (const {says, from, to} of changed) {
      expect(says).toMatch(locale === "tr" ? /20 Mayıs 2025/ : /20 May 2025/);
      expect(to).toBeGreaterThan(from ?? Number.NaN);
    }
  });

  test("what was left out and could not be said are told in the note's own words", async () => {
    const draft = await sample(july, locale);
    const items = judgementsOf(judged(draft), locale);
    const says = (kind: string) => items.filter(one => one.kind === kind).map(one => one.says);
    expect(says("left-out").join()).toMatch(/19[.,]0/);
    expect(says("unsaid")).toEqual([]);
    for (const one of [...says("left-out"), ...says("unsaid")])
      expect(draft.markdown).toContain(one);
    // The same again is no news.
    const again = judgementsOf(judged(draft, {before: draft}), locale);
    expect(again.map(({kind}) => kind)).not.toContain("unsaid");
  });
});

test("the ids stay while an editor writes, and the words are those that stand there", async () => {
  const draft = await sample(july, "en");
  const before = judgementsOf(judged(draft), "en");
  const text = draft.markdown
    .replaceAll("Tessilith has loosened from", "Tessilith has come loose from")
    .replace("# Tessilith", "\n\n# Tessilith");
  const after = judgementsOf(judged(draft, {text}), "en");
  expect(after.map(({id}) => id)).toEqual(before.map(({id}) => id));
  expect(after[0]?.says).toMatch(/^Tessilith has come loose from/);
  expect(text.slice(after[0]?.from, after[0]?.to)).toBe(after[0]?.says);
});

test("the ids are the same in whatever language an editor reads", async () => {
  const [now, last] = [await sample(july, "en"), await sample(may, "en")];
  const leftOut = [
    {what: "payment-coins", reason: "fewer than 4 other coins on record"},
    {what: "tessilith/net-flow", reason: "nothing on record"},
  ];
  const evidence = {...now.evidence, leftOut};
  const ids = locales.map(locale =>
    judgementsOf(judged(now, {evidence, before: last}), locale).map(({id}) => id),
  );
  expect(ids[0]?.some(id => id.startsWith("left-out.unused."))).toBe(true);
  expect(ids[0]?.some(id => id.startsWith("changed."))).toBe(true);
  expect(ids[1]).toEqual(ids[0]);
  const [unused] = judgementsOf(judged(now, {evidence}), "en").filter(({id}) =>
    id.startsWith("left-out.unused."),
  );
  expect(unused?.says).toBe(
    "payment coins (fewer than 4 other coins on record); Tessilith: net flow (nothing on record)",
  );
});

test("a fact near its expiry is to be judged, one that has long to live is not", async () => {
  const {draft} = await draftOf({
    coin: "bittensor",
    source: "files",
    data: "samples/bittensor",
    asOf: "2026-03-21T21:07:00Z",
    profiles: "profiles",
  });
  const cited = draft.evidence.statements
    .flat()
    .flatMap(piece => (typeof piece === "object" && "cited" in piece ? piece.cited : []));
  const [first = "", second = ""] = cited;
  const facts = [
    {statement: first, expires: "2026-04-01"},
    {statement: second, expires: "2027-04-01"},
    {statement: "Nobody tells this.", expires: "2026-03-22"},
  ];
  const items = judgementsOf(judged(draft, {facts}), "en").filter(({kind}) => kind === "expiring");
  expect(items).toMatchObject([{says: first, title: "A fact expires on 1 April 2026"}]);
  expect(draft.markdown.slice(items[0]?.from)).toMatch(new RegExp(`^${first.slice(0, 40)}`));
});

test("open faults are told, and leave room for the headline", async () => {
  const draft = await sample(july, "en");
  const lines = draft.markdown.split("\n");
  const fault = {
    line: lines.findIndex(line => line.startsWith("# ")) + 1,
    column: 3,
    text: "Tessilith",
    kind: "unsupported",
    reason: "No.",
  } as const;
  const faults = Array.from({length: 20}, (_, i) => ({...fault, id: `f${i}`}));
  const items = judgementsOf(judged(draft, {faults}), "en");
  expect(items.filter(({kind}) => kind === "fault")).toHaveLength(5);
  expect(items.filter(({kind}) => kind === "headline").length).toBeGreaterThan(1);
  // What could not be said stays, whatever is at fault.
  expect(items.filter(({kind}) => kind !== "fault")).toEqual(judgementsOf(judged(draft), "en"));
  const [first] = items.filter(({kind}) => kind === "fault");
  expect(draft.markdown.slice(first?.from, first?.to)).toBe("Tessilith");
});

test("of many things those that weigh most are chosen, in the order of their kinds", () => {
  const one = (kind: "claim" | "unsaid", weight: number) => ({
    id: `${kind} ${weight}`,
    kind,
    title: "",
    says: "",
    figures: [],
    weight,
  });
  const many = Array.from({length: 20}, (_, i) => one(i % 2 ? "claim" : "unsaid", i / 20));
  const ids = chosen(many).map(({id}) => id);
  expect(ids).toEqual([
    "claim 0.55",
    "claim 0.65",
    "claim 0.75",
    "claim 0.85",
    "claim 0.95",
    "unsaid 0.6",
    "unsaid 0.7",
    "unsaid 0.8",
    "unsaid 0.9",
  ]);
});
