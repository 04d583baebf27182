import {expect, test} from "vitest";
import {UsageError} from "../../src/model/errors.ts";
import {openStore} from "../../src/store/open.ts";
import {testServer} from "./testStore.ts";

test("an address by which the database lets nobody in is told as such, and is no bug of ours", async () => {
  await using server = await testServer();
  const changed = (change: (url: URL) => void): string => {
    const url = new URL(server.url);
    change(url);
    return url.href;
  };
  const urls = [
    changed(url => {
      url.pathname = "/nosuch";
    }),
    changed(url => {
      url.username = "nosuch";
      url.password = "planted";
    }),
  ];
  for (const url of urls) {
    const refused = openStore({url, folder: "/nowhere", notify: () => {}});
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(/lets nobody in by DATABASE_URL: .*nosuch.*Mend/);
    await expect(refused).rejects.not.toThrow(/planted/);
  }
});
