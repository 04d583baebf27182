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
