import {expect, test} from "vitest";
import {localOrder} from "../../src/config/workspace.ts";
import {UsageError} from "../../src/model/errors.ts";
import {toOrder} from "../../src/model/order.ts";
import {writeFiles} from "../../src/notes/folder.ts";
import {snapshotFiles} from "../../src/snapshots/folder.ts";
import {record} from "../../src/snapshots/record.ts";
import {gather} from "../../src/sources/gather.ts";
import {temporary} from "../cli/support.ts";
import {fakeTime} from "../servers/fakeTime.ts";

const snapshot = record(
  {
    asset: {id: "gadget", symbol: "GDT", name: "Gadget"},
    benchmark: {id: "bitcoin", symbol: "BTC", name: "Bitcoin"},
    simulated: false,
    answers: [],
  },
  "2026-03-20T02:00:00Z",
);

test("a recorded snapshot serves its own coin and instant, and refuses another", async () => {
  using place = temporary();
  await writeFiles(place.path, snapshotFiles(snapshot));
  const ask = (coin: string, asOf?: string) => {
    const {spec, workspace} = localOrder({
      source: "snapshot",
      data: place.path,
      ...(asOf && {asOf}),
    });
    const order = toOrder({...spec, coin}, new Date("2026-05-01T00:00:00Z"));
    return gather(order, workspace, {env: {}, http: fakeTime()}).catch(error => error);
  };
  for (const coin of ["gadget", "GDT", "gdt"])
    expect(await ask(coin)).toMatchObject({asOf: snapshot.asOf, missing: []});
  expect(await ask("gadget", "2026-03-20T04:00:00+02:00")).toMatchObject({asOf: snapshot.asOf});
  const other = await ask("bitcoin");
  expect(other).toBeInstanceOf(UsageError);
  expect(other.message).toContain('the snapshot is of gadget, not of "bitcoin"');
  const later = await ask("gadget", "2026-03-21");
  expect(later.message).toContain("taken as of 2026-03-20T02:00:00Z, not 2026-03-21T00:00:00Z");
});
