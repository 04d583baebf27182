import {expect, test} from "vitest";
import {refusalInWords} from "../../../src/desk/web/words/refusals.ts";
import {passwordFault} from "../../../src/model/password.ts";
import {personNameFault} from "../../../src/model/person.ts";

const who = {name: "Emil Kaya", email: "emil@example.org"};
const refused = [
  passwordFault("short", who),
  passwordFault("a".repeat(5000), who),
  passwordFault("emil and the lamp", who),
  passwordFault("password123456", who),
  personNameFault("planner"),
  `"planner" cannot be a person's name: ${personNameFault("planner")}`,
  "Emil is the last owner: make somebody else an owner first.",
  "is not in the data set recorded: did you mean gadget?",
  "current is not the password that holds",
].map(one => one ?? "no fault");

test("what the desk refuses often is said in Turkish, and the rest as the desk says it", () => {
  for (const one of refused.slice(0, -1))
    expect(refusalInWords(one, "tr")).not.toHaveProperty("lang");
  expect(
    refusalInWords("Emil is the last owner: make somebody else an owner first.", "tr"),
  ).toEqual({text: "Emil son sahip: önce bir başkasını sahip yapın."});
  for (const one of [...refused, "a sentence of tomorrow's"])
    expect(refusalInWords(one, "en")).toEqual({text: one, lang: "en"});
  expect(refusalInWords("a sentence of tomorrow's", "tr").lang).toBe("en");
});

const id = "0b1c2d3e-0000-4000-8000-0123456789ab";

test("instants and days are written as people write them, and what is looked at is not named by its address", () => {
  const said = `draft ${id} is published, as of 2026-03-21T21:07:00Z and of 2025-07-01`;
  expect(refusalInWords(said, "en").text).toBe(
    "this draft is published, as of 21 Mar 2026, 21:07 UTC and of 1 Jul 2025",
  );
  // English within English words.
  expect(refusalInWords(said, "tr").text).toContain("21 Mar 2026");
});

test("why nothing was written, and why a draft goes no further, is said in Turkish", () => {
  const inTurkish = (said: string) => refusalInWords(said, "tr").text;
  const nothing = "nothing can honestly be said of Gadget as of 2026-03-21T21:07:00Z: ";
  expect(
    inTurkish(
      `${nothing}its last close on record is that of 2025-07-01: give asOf within three days of it`,
    ),
  ).toMatch(/^Gadget için 21 Mar 2026 21:07 UTC .* 1 Tem 2025 /);
  expect(
    inTurkish(`draft ${id} is in-review, and from there goes draft or approved, not scheduled.`),
  ).toBe("Taslağın durumu “incelemede”: buradan “zamanlandı” durumuna geçilmez.");
  expect(inTurkish("This needs the role editor, and Wanda has writer: an owner can give it.")).toBe(
    "Bunun için gereken rol: editör; sizinki: yazar. Rolü sahip verebilir.",
  );
  expect(
    inTurkish(
      "Words of yours are in this text since revision 4, and nobody approves their own: another editor can. A desk of one person is started with --solo.",
    ),
  ).toMatch(/^r4 sürümünden/);
  expect(
    inTurkish(
      "wrong must stand in the note that is out, word for word; nearest stand there “A b.” or “C d.”.",
    ),
  ).toBe("Yanlış olan, yayımdaki notta harfi harfine geçmeli; orada en yakını: “A b.”, “C d.”.");
});
