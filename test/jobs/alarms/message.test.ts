import fc from "fast-check";
import {expect, test} from "vitest";
import {wording} from "../../../src/jobs/alarms/message.ts";
import {alarmKinds, alarmSchema} from "../../../src/model/alarm.ts";
import {silent} from "./alarms.ts";

test("the title says what, when on the wall of the desk, and when in UTC", () => {
  expect(wording(silent).title).toBe("Assay: morning did not run at 07:30 Istanbul (04:30 UTC)");
});

test("the text says why, what to do, and what it is about", () => {
  expect(wording({...silent, run: "41", link: "https://desk.example/runs/41"}).text).toBe(
    `morning did not run at 07:30 Istanbul (04:30 UTC).

Why: no planner has looked at the schedules since 04:12 UTC
What to do: look whether assay desk still runs, and start it: it makes up for what was missed
See: https://desk.example/runs/41

Schedule: morning
Run: 41
Due: 28 November 2026, 07:30 Europe/Istanbul (2026-11-28T04:30:00Z)
Noticed: 2026-11-28T04:35:00Z
Alarm: silent-morning-20261128T0430Z
`,
  );
});

test("a run of another day is told with its day, on the wall of the desk", () => {
  const alarm = {...silent, nominal: "2026-11-27T22:30:00Z"};
  expect(wording({...alarm, zone: "Pacific/Auckland"}).title).toBe(
    "Assay: morning did not run at 11:30 Auckland (22:30 UTC)",
  );
  expect(wording({...alarm, zone: "America/New_York", at: "2026-11-28T05:05:00Z"}).title).toBe(
    "Assay: morning did not run on 27 November 2026 at 17:30 New York (22:30 UTC)",
  );
});

test.each([
  ["failed", "morning failed, due at 04:30 UTC", "morning failed"],
  ["late", "morning is late, due at 04:30 UTC", "morning is late"],
  ["silent", "morning did not run at 04:30 UTC", "morning is silent"],
  ["draft", "morning has a draft to review, due at 04:30 UTC", "morning has a draft to review"],
  ["recovered", "morning is well again, due at 04:30 UTC", "morning is well again"],
] as const)("%s is told with and without an instant", (kind, due, plain) => {
  const {zone: _, nominal, ...alarm} = {...silent, kind};
  expect(wording({...alarm, nominal: nominal!}).title).toBe(`Assay: ${due}`);
  expect(wording(alarm).title).toBe(`Assay: ${plain}`);
});

test("nothing in a name or a reason breaks a line, marks up, or moves a cursor", () => {
  const hostile = fc.oneof(
    fc.string({unit: "binary", minLength: 1}),
    fc.constantFrom(
      "a\r\nBcc: all@example.org",
      "\u001b]0;owned\u0007\u001b[2J",
      "\u009b31m",
      "<img src=x onerror=alert(1)>",
      "\u202egnp.exe",
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...alarmKinds),
      hostile,
      hostile,
      hostile,
      (kind, subject, reason, next) => {
        const {title, text} = wording({...silent, kind, subject, schedule: subject, reason, next});
        expect(title).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029<>]/u);
        expect(title.length).toBeLessThan(200);
        const lines = text.split("\n");
        expect(lines).toHaveLength(10);
        for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029<>]/u);
      },
    ),
  );
});

test("an id that could break a header is no alarm", () => {
  for (const id of ["", "a b", "a\r\nb", "a.b", "<a>", "x".repeat(101)])
    expect(alarmSchema.safeParse({...silent, id}).success).toBe(false);
  expect(alarmSchema.safeParse(silent).success).toBe(true);
  expect(alarmSchema.safeParse({...silent, link: "javascript:alert(1)"}).success).toBe(false);
});
