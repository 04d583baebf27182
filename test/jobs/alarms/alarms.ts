import type {Alarm} from "../../../src/model/alarm.ts";

export const silent: Alarm = {
  id: "silent-morning-20261128T0430Z",
  kind: "silent",
  subject: "morning",
  schedule: "morning",
  nominal: "2026-11-28T04:30:00Z",
  zone: "Europe/Istanbul",
  at: "2026-11-28T04:35:00Z",
  reason: "no planner has looked at the schedules since 04:12 UTC",
  next: "look whether assay desk still runs, and start it: it makes up for what was missed",
};
