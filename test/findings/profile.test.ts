import {expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import {closes, market, returns, series} from "./markets.ts";

const close = series("close.own", closes(20, returns(81, 300)));

test("a fact of the profile is used where it has words in the locale, and named where not", () => {
  const fact = (id: string, statement: Readonly<Record<string, string>>) => ({
    ...{id, topic: "supply" as const, statement, date: "2026-01-01", expires: "2027-01-01"},
    source: {name: "docs", href: "https://docs.example"},
  });
  const profile = {
    file: "profile.json",
    facts: [fact("cap", {en: "Capped.", tr: "Sınırlı."}), fact("burn", {en: "Burned."})],
    leftOut: [{what: "own/old", reason: "expired on 2025-01-01"}],
  };
  const turkish = find(market({close, profile}), "tr");
  const found = turkish.findings.find(({kind}) => kind === "profile");
  expect(found).toMatchObject({facts: [{id: "cap"}]});
  expect(turkish.leftOut).toEqual([
    {what: "own/old", reason: "expired on 2025-01-01"},
    {what: "own/burn", reason: "without words in tr"},
  ]);
});
