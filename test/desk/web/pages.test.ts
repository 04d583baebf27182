import {expect, test} from "vitest";
import {pagedList} from "../../../src/desk/web/pages.ts";

/** A desk with so many rows, which answers when it is told to. */
function desk(count: number) {
  let rows = Array.from({length: count}, (_, nth) => ({id: `r${nth}`}));
  const asked: string[] = [];
  let wrong: Error | undefined;
  const list = pagedList(async (query, signal) => {
    asked.push(query);
    await Promise.resolve();
    if (wrong) throw wrong;
    signal.throwIfAborted();
    const read = new URLSearchParams(query);
    const from = Number(read.get("cursor") ?? 0);
    const until = from + Number(read.get("limit"));
    const items = rows.slice(from, until);
    return {items, ...(until < rows.length && {cursor: String(until)}), of: rows.length};
  });
  return {
    list,
    asked,
    fail: (error?: Error) => {
      wrong = error;
    },
    prepend: (id: string) => {
      rows = [{id}, ...rows];
    },
  };
}

test("a list comes page by page, each row once though rows move meanwhile", async () => {
  const {list, prepend} = desk(450);
  await list.show("order=desk");
  expect(list.items.value).toHaveLength(50);
  prepend("new");
  for (let nth = 0; nth < 5; nth++) await list.next();
  expect(list.more.value).toBe(false);
  const ids = list.items.value?.map(({id}) => id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(450);
});

test("refreshed, it is as long as it was and says what is new", async () => {
  const {list, prepend} = desk(450);
  await list.show("order=desk");
  await list.next();
  prepend("new");
  await list.refresh();
  expect(list.items.value?.[0]?.id).toBe("new");
  expect(list.items.value?.length).toBeGreaterThanOrEqual(150);
  expect(list.first.value?.of).toBe(451);
});

test("a failed refresh keeps what is there and says so", async () => {
  const {list, fail} = desk(3);
  await list.show("");
  fail(new Error("away"));
  await list.refresh();
  expect(list.items.value).toHaveLength(3);
  expect(list.failure.value?.message).toBe("away");
  fail();
  await list.refresh();
  expect(list.failure.value).toBeUndefined();
});

test("what was asked for last counts, whatever answers first", async () => {
  const answers = new Map<string, (ids: string[]) => void>();
  const list = pagedList(async query => {
    const {promise, resolve} = Promise.withResolvers<string[]>();
    answers.set(query.split("&")[0] ?? "", resolve);
    return {items: (await promise).map(id => ({id}))};
  });
  const first = list.show("q=first");
  const second = list.show("q=second");
  answers.get("q=second")?.(["second"]);
  answers.get("q=first")?.(["first"]);
  await Promise.all([first, second]);
  expect(list.items.value).toEqual([{id: "second"}]);
  expect(list.busy.value).toBe(false);
});
