import {expect, test} from "vitest";
import type {CorrectionSummary} from "../../../src/desk/api/publicationShapes.ts";
import {publishActs, type Standing} from "../../../src/desk/web/draft/publish/acts.ts";
import {answersAt} from "../../../src/desk/web/draft/publish/answers.ts";
import {hourAhead, instantIn} from "../../../src/desk/web/draft/publish/hour.ts";
import {isUnderWay, phaseOf} from "../../../src/desk/web/draft/publish/phase.ts";
import {chosenFirst, withHomes} from "../../../src/desk/web/draft/publish/targets.ts";
import {words} from "../../../src/desk/web/draft/publish/words.ts";
import {deskLocales} from "../../../src/model/deskLocale.ts";

const opened: CorrectionSummary = {
  id: "c",
  kind: "corrected",
  state: "open",
  reason: "a slip",
  wrong: "4%",
  right: "5%",
  by: "paul",
  at: "2026-11-28T09:00:00Z",
};
const standing: Standing = {
  state: "published",
  role: "publisher",
  me: "olga",
  solo: false,
  left: 1,
  open: undefined,
  same: true,
  unsaved: false,
  lack: undefined,
  checked: true,
  own: undefined,
};
const kinds = (changes: Partial<Standing>) =>
  publishActs({...standing, ...changes}).map(({kind}) => kind);
const why = (changes: Partial<Standing>) =>
  publishActs({...standing, same: false, open: opened, ...changes})[0]?.why?.kind;

test("what is approved is published, what is out corrected or retracted, and by a publisher alone", () => {
  expect(kinds({state: "approved"})).toEqual(["publish"]);
  expect(kinds({state: "approved", left: 0})).toEqual([]);
  expect(kinds({state: "in-review"})).toEqual([]);
  expect(kinds({})).toEqual(["correct", "elsewhere", "retract"]);
  expect(kinds({open: opened})).toEqual(["approve-correction"]);
  expect(kinds({state: "retracted"})).toEqual([]);
  expect(kinds({role: "editor"})).toEqual([]);
});

test("a correction waits for a changed text, and for another than who wrote it", () => {
  expect(why({})).toBeUndefined();
  expect(why({me: "paul"})).toBe("opened");
  expect(why({me: "paul", solo: true})).toBeUndefined();
  // Of a typo readers are told nothing: what counts is whose the text is.
  const typo = {...opened, kind: "refiled"} as const;
  expect(why({me: "paul", open: typo})).toBeUndefined();
  expect(why({me: "paul", open: typo, own: 2})).toBe("own");
  expect(why({same: true})).toBe("same");
  expect(why({unsaved: true})).toBe("unsaved");
  expect(why({own: 2})).toBe("own");
  // Of a notice nobody reads the text once more.
  expect(why({same: true, open: {...opened, kind: "retracted"}})).toBeUndefined();
});

const now = new Date("2026-11-28T09:00:00Z");
const publication = {
  target: "site",
  state: "planned",
  wanted: 1,
  at: "2026-11-28T10:00:00Z",
  by: "paul",
  orderedAt: "2026-11-28T08:00:00Z",
} as const;

test("what does not stand there is put off or cancelled, what does is not", () => {
  expect(answersAt(publication, now)).toEqual(["reschedule", "now", "cancel"]);
  expect(answersAt({...publication, standing: 1, wanted: 2}, now)).toEqual([]);
  expect(answersAt({...publication, state: "sending"}, now)).toEqual([]);
  expect(answersAt({...publication, state: "refused"}, now)).toEqual(["retry", "cancel"]);
  expect(answersAt({...publication, state: "refused", standing: 1}, now)).toEqual(["retry"]);
});

test("what is asked is answered, and nothing is done unasked", () => {
  const refused = {...publication, state: "refused", standing: 1} as const;
  const conflict = {base: "a", theirs: "b", ours: "c"};
  expect(answersAt({...refused, asks: "overwrite", conflict}, now)).toEqual(["conflict", "leave"]);
  expect(answersAt({...refused, asks: "again"}, now)).toEqual(["again", "leave"]);
  expect(answersAt({...refused, state: "left", conflict}, now)).toEqual(["conflict"]);
  expect(answersAt({...refused, state: "left"}, now)).toEqual(["again"]);
  expect(answersAt({...refused, state: "differs"}, now)).toEqual(["retry", "leave"]);
  expect(answersAt({...publication, asks: "late"}, now)).toEqual(["now", "reschedule", "cancel"]);
  expect(answersAt({...publication, state: "unknown", asks: "outcome"}, now)).toEqual([
    "arrived",
    "again",
    "cancel",
  ]);
});

test("an hour is that of the wall at the target, and one that is offered is ahead on each", () => {
  expect(instantIn("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  expect(instantIn("2026-11-31T09:00", "UTC")).toBeUndefined();
  const zones = ["UTC", "America/New_York", "Europe/Istanbul"];
  for (const zone of zones)
    expect(Date.parse(instantIn(hourAhead(zones, now), zone) ?? "")).toBeGreaterThan(now.getTime());
});

test("a target is chosen with the one that comes before it, and where there is one only by itself", () => {
  expect(withHomes(["mail"], new Map([["mail", "blog"]]), ["blog", "mail"])).toEqual([
    "blog",
    "mail",
  ]);
  expect(chosenFirst(["site"], [])).toEqual(["site"]);
  expect(chosenFirst(["site", "blog"], [])).toEqual([]);
  expect(chosenFirst(["site", "blog"], ["blog", "gone"])).toEqual(["blog"]);
});

test("what is under way tells how far it is", () => {
  const began = {beganAt: "2026-11-28T09:00:00Z"};
  expect(
    phaseOf({
      steps: [
        {step: "put", ...began},
        {step: "picture a.svg", ...began},
      ],
    }),
  ).toEqual({
    looked: true,
    put: false,
    parts: [{step: "picture a.svg", done: false}],
  });
  expect(isUnderWay({state: "planned", at: "2026-11-28T08:59:00Z"}, now)).toBe(true);
  expect(isUnderWay({state: "unknown", at: "2026-11-28T08:59:00Z", asks: "outcome"}, now)).toBe(
    false,
  );
});

test.each(deskLocales)("the dialog of a correction says who may approve it (%s)", locale => {
  const {correctThen} = words[locale];
  expect(correctThen(false)).toMatch(
    /another publisher or an owner|başka bir yayımcıdan ya da sahip/,
  );
  expect(correctThen(true)).toMatch(/by you|sizden/);
});
