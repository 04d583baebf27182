import {expect, test} from "vitest";
import {deskLocales as locales} from "../../src/model/deskLocale.ts";
import {
  type PublicationReason,
  publicationReasonSchema,
  remedies,
  silences,
} from "../../src/model/publicationReason.ts";
import {reasonIn, reasonText} from "../../src/publish/reasonWords.ts";

const receiver = {address: "ada@example.org", why: "550 no such mailbox"};
const many = Array.from({length: 9}, (_, i) => ({address: `r${i}@example.org`}));
const reasons: readonly PublicationReason[] = [
  {code: "foreign", address: "https://blog.example/x/", title: "Mine"},
  {code: "removed"},
  {code: "changed"},
  {code: "hidden"},
  {code: "late"},
  {code: "receivers", have: 1, of: 12, refused: [receiver], later: many, unknown: [receiver]},
  ...remedies.map(remedy => ({
    code: "answered" as const,
    label: "Ghost at blog.example",
    status: 418,
    said: "a teapot",
    remedy,
    key: "GHOST_KEY",
    minutes: 61,
  })),
  ...silences.map(why => ({
    code: "silent" as const,
    label: "Ghost at blog.example",
    why,
    said: "ECONNRESET",
  })),
  {code: "unread", says: "it is away"},
  {code: "failed", says: "it is away"},
];

test("every reason has words in each language, without an option of the command line", () => {
  const codes = publicationReasonSchema.options.map(({shape}) => [...shape.code.values][0]);
  expect(new Set(reasons.map(({code}) => code))).toEqual(new Set(codes));
  for (const locale of locales)
    for (const reason of reasons) {
      const {text, quotes = ""} = reasonIn(locale, publicationReasonSchema.parse(reason));
      expect(`${text}${quotes}`, JSON.stringify(reason)).toMatch(/\p{L}{3}/u);
      expect(text).not.toMatch(/--|undefined|\[object/);
    }
});

test("what a target has said is quoted, and is the same in each language", () => {
  for (const reason of reasons)
    expect(reasonIn("tr", reason).quotes).toBe(reasonIn("en", reason).quotes);
  expect(reasonIn("tr", reasons.find(({code}) => code === "answered") ?? {code: "late"})).toEqual({
    text: expect.stringMatching(/^Ghost at blog\.example 418 yanıtını verdi\. Saati .* 61 dakika/),
    quotes: "a teapot",
  });
});

test("of many receivers a few are named", () => {
  const text = reasonText(reasons[5] ?? {code: "late"});
  expect(text).toContain("r4@example.org, 4 more get it later");
  expect(text).not.toContain("r5@");
});
