import fc from "fast-check";
import {expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {localOrder} from "../../src/config/workspace.ts";
import {plainHouse} from "../../src/model/house.ts";
import {styleOf, write} from "../../src/report.ts";
import {snapshotOf} from "../walk.ts";

/** As publishers write them: holdings, licences, disclaimers, with numbers and names that we do not know. */
const paragraphs = {
  en: [
    "The author owns 12 SOL and may sell it at any time.",
    "Defne Research or its staff may hold positions in the assets mentioned. It was paid $5,000 by nobody.",
    "This text is under CC BY 4.0 and was last reviewed on 3 May 2024.",
    "Prices may fall by 100%, and Bitcoin has fallen by more than 80% before.",
  ],
  tr: [
    "Burada yer alan yatırım bilgi, yorum ve tavsiyeleri yatırım danışmanlığı kapsamında değildir.",
    "Yazar 12 SOL tutmaktadır ve bunları her an satabilir.",
    "Bu metin CC BY 4.0 ile yayımlanmıştır. Fiyatlar yüzde 100 düşebilir.",
  ],
} as const;

test.each(["en", "tr"] as const)(
  "what a house discloses in %s stands as it wrote it, and no other may change it",
  async locale => {
    const wish = {
      coin: "tessilith",
      data: "samples/simulated",
      asOf: "2025-07-02T00:00:00Z",
      locale,
    };
    const {order, snapshot} = await snapshotOf(wish);
    const {workspace} = localOrder(wish);
    const words = fc.subarray([...paragraphs[locale]], {minLength: 1});
    await fc.assert(
      fc.asyncProperty(words, async disclosures => {
        const house = {...plainHouse, disclosures: {[locale]: disclosures}};
        const {markdown, evidence, faults} = write(
          order,
          snapshot,
          await styleOf({...workspace, house}),
        );
        expect(faults).toEqual([]);
        for (const one of disclosures) {
          const shown = markdown.split("\n").find(line => line.startsWith(one.slice(0, 12)));
          expect(shown).toBeDefined();
          const other = markdown.replace(shown!, shown!.replace(/\d+|\p{L}{5,}/u, "9371"));
          expect(check(other, evidence), one).not.toEqual([]);
        }
      }),
      {numRuns: 4},
    );
  },
);
