import {describe, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {localOrder} from "../../src/config/workspace.ts";
import type {Customs} from "../../src/format/customs.ts";
import {type Languages, languageOf, languages} from "../../src/languages/index.ts";
import type {Chart} from "../../src/model/chart.ts";
import type {Order} from "../../src/model/order.ts";
import {drawn} from "../../src/render/charts/draw.ts";
import {press, report, styleOf} from "../../src/report.ts";
import {gather} from "../../src/sources/gather.ts";
import {http, now, pressing} from "../walk.ts";
import {disguised} from "./disguise.ts";

/** Numbers, months and clock of Finnish, with scales that nobody has. */
const customs: Customs = {
  numbers: "fi",
  days: "fi",
  clock: ".",
  scales: {tol: 1e3, mil: 1e6, mrd: 1e9, bil: 1e12, kvad: 1e15, kvin: 1e18, seks: 1e21},
  compact: {t: "tol", "milj.": "mil", "mrd.": "mrd", "bilj.": "bil"},
  axis: {},
};

const code = "qaa";
const coins = [
  {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"},
  {coin: "ondrabar", data: "samples/simulated", asOf: "2025-05-20T00:00:00Z"},
  {coin: "bittensor", data: "samples/bittensor", asOf: "2026-03-21T21:07:00Z"},
];

// English has its verbs before a number, Turkish behind it and with endings.
describe.each(["en", "tr"])("a language that nobody has, made of %s", real => {
  const {words, check: read} = disguised(real, languages, {code, name: "Made-up", customs});
  const more: Languages = {
    words: {...languages.words, [code]: words},
    check: [...languages.check, read],
  };
  const effects = {
    ...pressing,
    draw: async (all: readonly Chart[]) => all.map(one => drawn(one, customs)),
  };
  const noteOn = async ({coin, ...local}: (typeof coins)[number]) => {
    const {spec, workspace} = localOrder({source: "files", locale: code, ...local});
    const gathering = {now, gather: (order: Order) => gather(order, workspace, {env: {}, http})};
    const style = await styleOf(workspace);
    const made = {...effects, ...gathering};
    return report({...spec, coin}, style, ["md", "html"], made, more);
  };
  const notes = Promise.all(coins.map(noteOn));

  test("a note is worded, read again and blamed for nothing", async () => {
    for (const {text, faults, draft} of await notes) {
      expect(draft.evidence.note.locale).toBe(code);
      expect(draft.evidence.figures.length).toBeGreaterThan(30);
      expect(text).toContain(`lang: "${code}"`);
      expect(faults).toEqual([]);
    }
  });

  test("page, charts and card are in it, too", async () => {
    const [note] = await notes;
    const html = String(note?.files.get("note.html"));
    expect(html).toContain(`lang="${code}"`);
    expect(html).toContain(words.evidence.heading);
    expect(String(note?.files.get("charts/price-and-volume.svg"))).toMatch(/18,70\s\$/);
  });

  test("whoever does not know it cannot read the note", async () => {
    const [note] = await notes;
    if (!note) throw new Error("no note was made");
    expect(check(note.text, note.draft.evidence)).not.toEqual([]);
    expect(() => languageOf(code)).toThrow(`no words for the locale "${code}"`);
  });

  const {opposites, verb} = read.directions;
  const months = read.numbers.moments.months.flat();
  const size = String.raw`\d+,\d+\s%`;
  const moved = (word: string) =>
    new RegExp(verb === "before" ? `\\b(${word})(?= ${size})` : `(?<=${size}(?: \\S+)? )(${word})`);

  test.each<[what: string, plant: (text: string) => string, kinds: readonly string[]]>([
    [
      "a number",
      text =>
        text.replace(/(?<=\d,)\d\d(?=\s\$)/, cents =>
          `${(Number(cents) + 37) % 100}`.padStart(2, "0"),
        ),
      ["unsupported", "wrong-quantity", "stale"],
    ],
    [
      "a direction",
      text =>
        opposites
          .flatMap(([up, down]) => [text.replace(moved(up), down), text.replace(moved(down), up)])
          .find(turned => turned !== text) ?? text,
      ["wrong-direction"],
    ],
    [
      "a date",
      text =>
        text.replace(/(?<=[a-z] \d+\\?\. )\p{L}+(?= 20)/u, month => {
          const next = months[(months.indexOf(month) + 1) % 12];
          return next ?? month;
        }),
      ["unsupported", "stale"],
    ],
    [
      "a name",
      text => text.replace(/(?<=\n[^|*#!\n-].*)Ostrabell/, "Sundervale"),
      ["wrong-quantity"],
    ],
  ])("%s that somebody changed is found", async (_, plant, kinds) => {
    const [note] = await notes;
    if (!note) throw new Error("no note was made");
    const [front = "", title = ""] = note.text.split(/(?=^# )/m);
    const planted = front + plant(title);
    expect(planted).not.toBe(note.text);
    const style = await styleOf(localOrder({data: "samples/simulated"}).workspace);
    const pressed = await press(note.draft, planted, style, ["md"], effects, more);
    expect(pressed.edited).toBe(true);
    expect(pressed.faults).toHaveLength(1);
    expect(kinds).toContain(pressed.faults[0]?.kind);
    expect(pressed.text).toContain(words.authorship.faulty.replace("{count}", "1"));
  });
});
