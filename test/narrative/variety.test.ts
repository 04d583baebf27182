import {expect} from "vitest";
import {recordedData, recordedTest} from "../recorded.ts";
import {draftOf} from "../walk.ts";

const march = "2026-03-20T02:00:00Z";

/** Ten coins on one day, and four on others. */
const asked = [
  ["bittensor", march],
  ["bitcoin", march],
  ["ethereum", march],
  ["dogecoin", march],
  ["aave", march],
  ["kaspa", march],
  ["render-token", march],
  ["internet-computer", march],
  ["chainlink", march],
  ["pepe", march],
  ["bittensor", "2024-03-08T00:00:00Z"],
  ["ethereum", "2024-02-10T00:00:00Z"],
  ["dogecoin", "2024-11-13T00:00:00Z"],
  ["chainlink", "2024-08-05T12:00:00Z"],
] as const;

async function markdownOf(coin: string, asOf: string, locale: string): Promise<string> {
  const {draft} = await draftOf({coin, data: recordedData, asOf, locale});
  return draft.markdown;
}

/** Sentences without their numbers and names: what would be printed on a form. */
function form(text: string): string[] {
  return text
    .split(/(?<=[.?!;:])\s+|\n+/)
    .map(sentence =>
      sentence
        .replace(/\p{Lu}[\p{L}’]*|[−+$%]*\d[\d,.]*(?:m|bn|tn|%)?(?:’\p{L}+)?/gu, "_")
        .replace(/(?:_[ ,;]*(?:(?:and|ve) )?)+/g, "_ ")
        .trim(),
    )
    .filter(sentence => sentence.length > 18);
}

/** From the title to the method, without tables, captions and sources. */
const told = (markdown: string) =>
  markdown
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .split(/\n## (?:Method|Yöntem)/)[0]!
    .split("\n")
    .filter(line => !/^(?:\||!\[|\*(?:Source|Kaynak)|\*\*(?:Exhibit|Grafik|Tablo))/.test(line))
    .join("\n");

const share = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0) / parts.length;

for (const locale of ["en", "tr"])
  recordedTest(
    `fourteen notes in ${locale} are not one form filled in fourteen times`,
    async () => {
      const notes: string[] = [];
      for (const [coin, asOf] of asked) notes.push(await markdownOf(coin, asOf, locale));
      const titles = notes.map(note => form(/^# (.*)$/m.exec(note)![1]!).join(" "));
      expect(new Set(titles).size).toBeGreaterThanOrEqual(8);
      const forms = notes.map(note => new Set(form(told(note))));
      const pairs = forms.flatMap((one, i) =>
        forms.slice(i + 1).map(other => [one, other] as const),
      );
      const alike = ([one, other]: (typeof pairs)[number]) =>
        one.intersection(other).size / Math.min(one.size, other.size);
      expect(share(pairs.map(alike))).toBeLessThan(0.4);
      // Two coins with little news share what is said of the whole market, which is most of it.
      const long = pairs.filter(pair => pair.every(({size}) => size >= 25));
      expect(long.length).toBeGreaterThan(2);
      expect(Math.max(...long.map(alike))).toBeLessThan(0.7);
    },
    300_000,
  );
