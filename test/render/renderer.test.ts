import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {type Renderer, withRenderer} from "../../src/render/renderer.ts";
import {sha256} from "../../src/snapshots/record.ts";
import {asOf, lay, madeUp} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";
import {type Wish, walk} from "../walk.ts";

const names = ["Gadget", "币安人生 🚀", "A*B*C", "ไทย"];
let place: ReturnType<typeof temporary>;

beforeAll(() => {
  place = temporary();
  const data = madeUp();
  for (const name of names) {
    const assets = String(data["assets.csv"]).replace(",Gadget", `,"${name}"`);
    lay(join(place.path, name), {...data, "assets.csv": assets});
  }
});
afterAll(() => place[Symbol.dispose]());

/** Each file of a note, with its digest. */
async function made(wish: Wish, renderer: Renderer): Promise<readonly string[]> {
  const {files} = await walk(wish, ["md", "html", "pdf"], renderer);
  return [...files].map(([path, content]) => `${path} ${sha256(content)}`);
}

test("many notes at once in one process are the same bytes as one after another", async () => {
  const specs = names.map(
    (name, i): Wish => ({
      coin: "gadget",
      data: join(place.path, name),
      asOf,
      locale: i % 2 ? "tr" : "en",
    }),
  );
  const inTurn = await withRenderer({pdf: true}, async renderer => {
    const notes: (readonly string[])[] = [];
    for (const spec of specs) notes.push(await made(spec, renderer));
    return notes;
  });
  const atOnce = await withRenderer({pdf: true, pages: 2}, renderer =>
    Promise.all(specs.map(spec => made(spec, renderer))),
  );
  expect(atOnce).toEqual(inTurn);
}, 180_000);
