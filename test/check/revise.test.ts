import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {revise} from "../../src/check/revise.ts";
import {draftOf} from "../walk.ts";

const order = {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"};

describe.each(["en", "tr"])("a text of a draft (%s)", async locale => {
  const {draft} = await draftOf({...order, locale});
  const {markdown, evidence} = draft;
  const {unchanged, changed, faulty, same, former} = evidence.authorship;
  const first = evidence.figures.find(({id}) => id === "price.usd")?.printed[0] ?? "";
  const wrong = markdown.replace(
    first,
    first.replace(/\d/, digit => String((Number(digit) + 1) % 10)),
  );
  const heading = `${markdown}\n## ${locale === "en" ? "Remarks" : "Notlar"}\n`;

  test("as the program wrote it is disclosed as that", () => {
    expect(revise(draft, markdown)).toEqual({text: markdown, faults: [], edited: false});
    expect(markdown.split(unchanged)).toHaveLength(2);
  });

  test("changed so that the check finds nothing says that a person has changed it", () => {
    const {text, faults, edited} = revise(draft, heading);
    expect({faults, edited}).toEqual({faults: [], edited: true});
    expect(text).toBe(heading.replace(unchanged, changed).replace(same, former));
  });

  test("changed so that it is wrong says how many faults the check finds", () => {
    const {text, faults} = revise(draft, wrong);
    expect(faults.length).toBeGreaterThan(0);
    expect(text).toContain(faulty.replace("{count}", String(faults.length)));
    expect(text).not.toContain(unchanged);
  });

  test("revised is a fixed point, and every change taken back is forgotten", () => {
    const once = revise(draft, wrong);
    expect(revise(draft, once.text)).toEqual(once);
    const back = once.text.replace(faulty.replace("{count}", String(once.faults.length)), changed);
    expect(revise(draft, back).edited).toBe(true);
    expect(revise(draft, markdown.replace(unchanged, changed)).text).toBe(markdown);
  });

  test("is found no fault with for its disclosure alone, by whoever checks it", () => {
    for (const words of [changed, faulty.replace("{count}", "12")]) {
      const disclosed = markdown.replace(unchanged, words).replace(same, former);
      expect(check(disclosed, evidence)).toEqual([]);
    }
  });

  test("has its faults where they stand, also behind the disclosure in its line", () => {
    const claim = locale === "en" ? " We recommend buying it." : " Almanızı öneriyoruz.";
    const line = markdown.split("\n").find(one => one.includes(unchanged)) ?? "";
    const {text, faults} = revise(draft, markdown.replace(line, line + claim));
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults)
      expect(text.split("\n")[fault.line - 1]?.slice(fault.column - 1)).toContain(
        fault.text.slice(0, 5),
      );
  });

  const spaced = (words: string) => words.replaceAll(/[\s>*_\\]+|&nbsp;/g, " ");
  const between = fc.constantFrom(
    "\n",
    "\r\n",
    "\n> ",
    "  ",
    "\u00a0",
    "\\\n",
    " **",
    "** ",
    "&nbsp;",
    " _",
  );
  const letters = fc.constantFrom(...[unchanged, changed, faulty.replace("{count}", "3")]);

  test("changed never says that nobody has, however its disclosure is broken, set or doubled", () => {
    fc.assert(
      fc.property(
        letters,
        fc.array(between, {minLength: 30, maxLength: 30}),
        fc.nat(2),
        (words, gaps, times) => {
          const set = words.split(" ").reduce((all, word, i) => all + gaps[i] + word);
          const edited = `${heading.replace(unchanged, set)}\n${`\n${set}.\n`.repeat(times)}`;
          const once = revise(draft, edited);
          expect(once.edited).toBe(true);
          expect(spaced(once.text).toLowerCase()).not.toContain(unchanged);
          expect(revise(draft, once.text)).toEqual(once);
        },
      ),
      {numRuns: 30},
    );
  });

  test("has its faults where they stand, behind a disclosure that is broken over lines", () => {
    const wrapped = markdown.replace(unchanged, unchanged.replaceAll(" ", "\r\n"));
    const claim = locale === "en" ? "We recommend buying it." : "Almanızı öneriyoruz.";
    const text = `${wrapped}\n${claim}\n`;
    const places = check(text, evidence).map(
      ({line, column, text: words}) =>
        text.split("\n")[line - 1]?.slice(column - 1, column - 1 + words.length) === words,
    );
    expect(places.length).toBeGreaterThan(0);
    expect(places).not.toContain(false);
  });

  test("without its disclosure, or with another, has the sentence put back at its end", () => {
    const line = markdown.split("\n").find(one => one.includes(unchanged)) ?? "";
    const sentence = `${line.slice(0, line.indexOf(unchanged))}${changed}.`;
    const hidden = `title: "${unchanged}"`;
    for (const edited of [
      markdown.replace(unchanged, "-"),
      markdown.replace(line, ""),
      markdown.slice(0, markdown.indexOf(line)),
      markdown.replace(unchanged, "-").replace(/^title: .*$/m, hidden),
      `${markdown.replace(line, "")}\n\`${unchanged}\`\n`,
      markdown.replace(line, "").trimEnd().replaceAll("\n", "\r\n"),
    ]) {
      const once = revise(draft, edited);
      expect(once.text.trimEnd().split("\n").at(-1)).toBe(
        once.faults.length === 0
          ? sentence
          : sentence.replace(changed, faulty.replace("{count}", String(once.faults.length))),
      );
      expect(once.faults).toEqual(check(edited, evidence));
      expect(revise(draft, once.text)).toEqual(once);
    }
  });

  test("that says twice who wrote it says the same both times", () => {
    const line = markdown.split("\n").find(one => one.includes(unchanged)) ?? "";
    const {text} = revise(draft, wrong.replace(line, `${line} ${line}`));
    expect(text).not.toContain(unchanged);
    expect(revise(draft, text).text).toBe(text);
  });
});
