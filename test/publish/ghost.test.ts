import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {ExpectedError, TargetRefused, TargetUnavailable} from "../../src/model/errors.ts";
import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import {chartPaths, drawingPaths} from "../../src/publish/pictures.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Target} from "../../src/publish/target.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {type Fault, type FaultyProxy, startFaultyProxy} from "../servers/faultyProxy.ts";
import {type GhostServer, lacksGhost, startGhost} from "../servers/ghost.ts";
import {ghostToken} from "./ghostToken.ts";
import {
  anew,
  beside,
  memoryJournal,
  publish,
  releaseOf,
  tessilithDrawings,
  variant,
} from "./releases.ts";

const name = `Ghost${lacksGhost ? ` (${lacksGhost})` : ""}`;

describe.skipIf(lacksGhost)(name, {timeout: 60_000}, () => {
  let server: GhostServer;
  let proxy: FaultyProxy;
  let target: Target;
  let bittensor: Release;
  /** With charts. */
  let tessilith: Release;

  const open = ({
    url = proxy.url,
    key = server.adminKey,
    now = () => new Date(),
    timeoutMs = 20_000,
  } = {}) =>
    openTarget(
      "blog",
      {kind: "ghost", url, keyFrom: "GHOST_ADMIN_KEY"},
      {
        env: {GHOST_ADMIN_KEY: key},
        house: {name: "Assay", disclosures: {}},
        folder: "/",
        now,
        timeoutMs,
      },
    );

  beforeAll(async () => {
    server = await startGhost();
    proxy = await startFaultyProxy(server.url);
    target = open();
    bittensor = await releaseOf("bittensor");
    tessilith = await releaseOf("tessilith");
  }, 200_000);
  afterAll(async () => {
    await proxy?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  /** As an editor in the blog's own pages would. */
  const edit = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${server.url}/ghost/api/admin${path}`, {
      method,
      headers: {
        authorization: `Ghost ${ghostToken(server.adminKey)}`,
        "accept-version": "v5.0",
        "content-type": "application/json",
      },
      ...(body && {body: JSON.stringify({posts: [body]})}),
    });
    return answer.status === 204 ? undefined : ((await answer.json()) as {posts: Found[]});
  };
  interface Found {
    id: string;
    slug: string;
    status: string;
    title: string;
    updated_at: string;
    published_at: string | null;
    lexical: string;
    codeinjection_head: string | null;
    feature_image: string | null;
    feature_image_alt: string | null;
    custom_excerpt: string | null;
    canonical_url: string | null;
    tags: {name: string}[];
  }
  const standing = async ({id}: Pick<Release, "id">): Promise<Found[]> => {
    const filter = encodeURIComponent(`slug:~^'${id}'`);
    const found = await edit("GET", `/posts/?filter=${filter}&include=tags&formats=lexical`);
    return found?.posts ?? [];
  };
  const faulty = async <T>(fault: FaultyProxy["fault"], act: () => Promise<T>): Promise<T> => {
    proxy.fault = fault;
    try {
      return await act();
    } finally {
      proxy.fault = () => undefined;
    }
  };
  const failure = async (act: Promise<unknown>): Promise<ExpectedError> => {
    const error = await act.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(error).toBeInstanceOf(ExpectedError);
    return error as ExpectedError;
  };

  test("proves that a key may publish and read back, and leaves nothing behind", async () => {
    const before = await edit("GET", "/posts/?limit=100");
    expect(await target.prove()).toMatch(/^Ghost \d+\.\d+: writes, reads back/);
    expect((await edit("GET", "/posts/?limit=100"))?.posts.length).toBe(before?.posts.length);
  });

  test.each(["tessilith", "bittensor", "bittensorTr"] as const)(
    "%s stands there as it was approved: text, numbers, tables, pictures, links, date",
    async note => {
      const release = await releaseOf(note);
      const receipt = await publish(target, release);
      const reading = await target.read(release, receipt);
      expect(compare(approvedReading(release), reading!)).toEqual([]);
      expect(reading).toMatchObject({title: release.about.title, publishedAt: release.publishedAt});
      expect(reading?.tables.length).toBeGreaterThan(0);
      expect(reading?.pictures.every(({loads}) => loads)).toBe(true);
      const [post] = await standing(release);
      expect(post).toMatchObject({
        status: "published",
        published_at: release.publishedAt,
        custom_excerpt: expect.stringMatching(/\w/),
      });
      // Its first chart stands above the post, where it has one.
      const first = reading?.pictures[0]?.alt;
      expect(first !== undefined).toBe(chartPaths(release).length > 0);
      expect(post?.feature_image_alt ?? undefined).toBe(first);
      expect(post?.feature_image ?? "").toMatch(first === undefined ? /^$/ : /-lead-/);
      expect(post?.tags.map(({name}) => name)).toEqual([...release.about.tags, "#assay"]);
      expect(await target.look(release, receipt)).toEqual({
        state: "ours",
        receipt,
        shown: true,
      });
    },
  );

  test("a copy names where the note stands first as canonical", async () => {
    const release = anew(bittensor, {home: "https://example.org/notes/x/"});
    const {address} = await publish(target, release);
    const page = await (await fetch(address)).text();
    expect(page).toContain('<link rel="canonical" href="https://example.org/notes/x/">');
  });

  test("a correction changes the same post in public, dated as it was, with its PDF before beside", async () => {
    const first = anew(bittensor);
    const receipt = await publish(target, first);
    const text = first.text.replaceAll("13.06%", "13.07%");
    const correction = {
      at: "2026-03-22T08:00:00Z",
      wrong: "<b>13.06%</b>",
      right: "13.07%",
      version: 2,
    };
    const second = variant(first, {version: 2, kind: "corrected", text, corrections: [correction]});
    const corrected = await publish(target, second, {receipt});
    expect(corrected).toMatchObject({
      id: receipt.id,
      address: receipt.address,
      digest: second.digest,
    });
    const [post] = await standing(first);
    expect(post?.published_at).toBe(first.publishedAt);
    const page = await (await fetch(corrected.address)).text();
    expect(page).toContain("<b>Corrected on 22 March 2026:</b> was “&lt;b&gt;13.06%&lt;/b&gt;”");
    expect(page).toContain("-note-v1-");
    expect(page).toContain('"@type":"CorrectionComment"');
    const reading = await target.read(second, corrected);
    expect(compare(approvedReading(second), reading!)).toEqual([]);
    const {stored, composed} = await beside(target, second, corrected);
    expect(composed).toBe(stored);
    expect(compare(approvedReading(first), reading!)).not.toEqual([]);
  });

  test("a retraction leaves a notice at the same address, and nothing of the note", async () => {
    const first = anew(tessilith);
    const receipt = await publish(target, first);
    const [shown] = await standing(first);
    expect(shown?.feature_image).toMatch(/-lead-/);
    const retraction = {
      at: "2026-03-23T08:00:00Z",
      reason: "Its prices were those of another coin.",
    };
    const corrected = variant(first, {version: 2, kind: "refiled", text: `${first.text}\nMore.\n`});
    const again = await publish(target, corrected, {receipt});
    const second = variant(first, {version: 3, kind: "retracted", retraction});
    const retracted = await publish(target, second, {receipt: again});
    const [post] = await standing(first);
    expect(post?.feature_image).toBeNull();
    expect(retracted.address).toBe(receipt.address);
    const page = await (await fetch(retracted.address)).text();
    expect(page).toContain("This note was retracted on 23 March 2026.");
    expect(page).not.toContain("18.70");
    const reading = await target.read(second, retracted);
    expect(compare(approvedReading(second), reading!)).toEqual([]);
    expect(reading?.tables).toEqual([]);
  });

  test("what an editor adds beside the text outlives a correction", async () => {
    const first = anew(tessilith);
    const receipt = await publish(target, first);
    const [post] = await standing(first);
    const tags = [...post!.tags, {name: "Weekend reading"}];
    expect(post?.feature_image).toMatch(/-lead-/);
    const image = "http://127.0.0.1/other.png";
    await edit("PUT", `/posts/${post!.id}/`, {
      tags,
      feature_image: image,
      updated_at: post!.updated_at,
    });
    const second = variant(first, {version: 2, kind: "refiled", text: `${first.text}\nMore.\n`});
    await publish(target, second, {receipt});
    const [after] = await standing(first);
    expect(after?.tags.map(({name}) => name)).toContain("Weekend reading");
    expect(after?.feature_image).toBe(image);
  });

  test("a text edited there is seen, and not written over by who had looked before", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    const before = await target.look(release, receipt);
    const [post] = await standing(release);
    const lexical = post!.lexical.replace("13.04%", "13.05%");
    expect(lexical).not.toBe(post!.lexical);
    await edit("PUT", `/posts/${post!.id}/`, {lexical, updated_at: post!.updated_at});
    const after = await target.look(release, receipt);
    if (after.state !== "ours" || before.state !== "ours") throw new Error(after.state);
    expect(after.receipt.stored).toContain("13.05%");
    expect(after.receipt.stored).not.toBe(receipt.stored);
    const error = await failure(target.put(release, before, memoryJournal()));
    expect(error).toBeInstanceOf(TargetUnavailable);
    expect((await standing(release))[0]?.lexical).toContain("13.05%");
    // Told to, it writes over what it has seen.
    const over = await target.put(release, after, memoryJournal());
    expect(over.stored).toBe(receipt.stored);
  });

  test("a post deleted there or taken from view is gone, and comes back only when it is put again", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    const [post] = await standing(release);
    await edit("PUT", `/posts/${post!.id}/`, {status: "draft", updated_at: post!.updated_at});
    expect(await target.look(release, receipt)).toEqual({state: "gone"});
    const again = await target.put(release, {state: "gone"}, memoryJournal());
    expect(again).toMatchObject({id: receipt.id, address: receipt.address});
    await edit("DELETE", `/posts/${post!.id}/`);
    expect(await target.look(release, again)).toEqual({state: "gone"});
    const anewReceipt = await target.put(release, {state: "gone"}, memoryJournal());
    expect(anewReceipt.address).toBe(receipt.address);
  });

  test("a post renamed there is found by its mark; somebody else's post is never taken for ours", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    const [post] = await standing(release);
    const slug = `moved-${release.id}`;
    await edit("PUT", `/posts/${post!.id}/`, {slug, updated_at: post!.updated_at});
    expect(await target.look(release, receipt)).toMatchObject({state: "ours", shown: true});
    expect(await target.look(release, undefined)).toMatchObject({state: "ours", shown: true});

    const other = anew(bittensor);
    await edit("POST", "/posts/", {title: "Mine", slug: other.id, status: "published"});
    const found = await target.look(other, undefined);
    expect(found).toEqual({
      state: "foreign",
      title: "Mine",
      address: expect.stringContaining(other.id),
    });
    const error = await failure(target.put(other, {state: "absent"}, memoryJournal()));
    expect(error).toBeInstanceOf(TargetRefused);
    expect(error.message).toContain(`another post at /${other.id}/`);
    expect((await standing(other)).map(({title}) => title)).toEqual(["Mine"]);
  });

  test("whoever looked before another put it there puts nothing over that", async () => {
    const release = anew(bittensor);
    const newer = variant(release, {version: 2, text: `${release.text}\nMore.\n`});
    await publish(target, newer);
    const error = await failure(target.put(release, {state: "absent"}, memoryJournal()));
    expect(error).toBeInstanceOf(TargetUnavailable);
    const [post] = await standing(release);
    expect(post?.lexical).toContain(newer.digest);
  });

  test("a draft of ours that came late is not shown in place of a post that was removed", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    const [post] = await standing(release);
    const {lexical, codeinjection_head, title} = post!;
    await edit("POST", "/posts/", {lexical, codeinjection_head, title, slug: release.id});
    await edit("DELETE", `/posts/${post!.id}/`);
    expect(await target.look(release, receipt)).toEqual({state: "gone"});
    const shown = await target.put(release, {state: "gone"}, memoryJournal());
    expect(shown.address).toBe(receipt.address);
  });

  test("a draft of an older version that came late is taken away, and an editor's copy is not", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    const [post] = await standing(release);
    const {lexical, codeinjection_head, title} = post!;
    const newer = variant(release, {version: 2, kind: "refiled", text: `${release.text}\nMore.\n`});
    const second = await publish(target, newer, {receipt});
    const late = {lexical, codeinjection_head, title};
    await edit("POST", "/posts/", {...late, slug: release.id});
    await edit("POST", "/posts/", {...late, title: `${title} (Copy)`, slug: `${release.id}-copy`});
    await target.read(newer, second);
    const slugs = (await standing(release)).map(({slug}) => slug);
    expect(slugs.toSorted()).toEqual([release.id, `${release.id}-copy`]);
  });

  test("a hidden post that another's slug was left to is not shown beside it", async () => {
    const release = anew(bittensor);
    await edit("POST", "/posts/", {title: "Mine", slug: release.id, status: "published"});
    const isRemoval: FaultyProxy["fault"] = ({method}) =>
      method === "DELETE" ? "lost" : undefined;
    const absent = {state: "absent"} as const;
    await failure(faulty(isRemoval, () => target.put(release, absent, memoryJournal())));
    const left = await target.look(release, undefined);
    if (left.state !== "ours") throw new Error(left.state);
    const error = await failure(target.put(release, left, memoryJournal()));
    expect(error).toBeInstanceOf(TargetRefused);
    expect((await standing(release)).map(({title}) => title)).toEqual(["Mine"]);
  });

  const long = "A".repeat(300);
  test("a title that Ghost would not take is refused before anything is sent", async () => {
    const release = anew(bittensor, {text: bittensor.text.replace(/^# .*$/m, `# ${long}`)});
    proxy.calls.splice(0);
    const error = await failure(target.put(release, {state: "absent"}, memoryJournal()));
    expect(error).toBeInstanceOf(TargetRefused);
    expect(error.message).toMatch(/takes titles of 255 characters, and that of .* has 300/);
    expect(proxy.calls).toEqual([]);
  });

  test.each([
    ["emoji", "Çok 🚀 yükseldi 👩‍👩‍👧 & <b>“düştü”</b>"],
    ["right to left", "ارتفع سعر تاو بنسبة 3.64٪ في يوم"],
    ["quotation marks and code", `It's "3x5" -- {{title}} [gallery] \`x\` & &amp; 8)`],
  ])("words with %s arrive as they are", async (_, words) => {
    const escaped = words.replace(/[\\`*_{}[\]<>&|#]/g, "\\$&");
    const text = bittensor.text
      .replace(/^# .*$/m, `# ${escaped}`)
      .replace("## What changed hands", `## ${escaped}\n\n${escaped}\n`);
    const release = anew(bittensor, {text});
    expect(release.about.title).toBe(words);
    const receipt = await publish(target, release);
    const reading = await target.read(release, receipt);
    expect(compare(approvedReading(release), reading!)).toEqual([]);
    expect(reading?.title).toBe(words);
  });

  test("forty charts are put there, each once", async () => {
    const svg = (i: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30" width="60" height="30"><title>${i}</title><path d="M0 30L60 ${i % 30}" stroke="#123"/></svg>`;
    const names = Array.from({length: 40}, (_, i) => `charts/quotes-${i}.svg`);
    const shown = names.map((path, i) => `![Chart ${i}](${path})\n`).join("\n");
    const drawn = names.map((path, i) => [path, Buffer.from(svg(i))] as const);
    const release = anew(bittensor, {
      text: `${bittensor.text}\n${shown}`,
      files: new Map([...bittensor.files, ...drawn]),
    });
    proxy.calls.splice(0);
    const journal = memoryJournal();
    // Its connection breaks in the middle.
    await failure(
      faulty(
        ({path}) =>
          path.includes("/images/") && proxy.calls.length > 20 ? "unanswered" : undefined,
        () => publish(target, release, {journal}),
      ),
    );
    const receipt = await publish(target, release, {journal});
    const reading = await target.read(release, receipt);
    expect(reading?.pictures.filter(({loads}) => loads).length).toBe(chartPaths(release).length);
    expect(compare(approvedReading(release), reading!)).toEqual([]);
    // Beside them the one above the post, the card, the PDF and the evidence.
    expect(uploads(proxy)).toBe(drawingPaths(release).length + 4);
  });

  /** Files that arrived there, whether or not that was said. */
  const uploads = ({calls}: FaultyProxy) =>
    calls.filter(({path, method}) => method === "POST" && path.includes("/upload/")).length;

  describe("whatever becomes of a call, once", () => {
    const faults: readonly Fault[] = ["lost", "unanswered", "cut", "doubled"];
    test.each(faults)(
      "every call of it that changes something %s in turn: one post, as approved",
      async fault => {
        proxy.calls.splice(0);
        await publish(open(), anew(bittensor, {files: new Map()}));
        const changing = ["POST", "PUT", "DELETE"];
        const calls = proxy.calls.flatMap(({method}, i) => (changing.includes(method) ? [i] : []));
        expect(calls.length).toBeGreaterThanOrEqual(2);
        for (const nth of calls) {
          const release = anew(bittensor, {files: new Map()});
          const [journal, fresh] = [memoryJournal(), open()];
          proxy.calls.splice(0);
          const attempt = () => publish(fresh, release, {journal});
          const first = await faulty(
            (_, n) => (n === nth + 1 ? fault : undefined),
            () => attempt().catch((error: unknown) => error),
          );
          if (fault !== "doubled") expect(first).toBeInstanceOf(TargetUnavailable);
          const receipt = await attempt();
          const posts = await standing(release);
          expect(posts.map(({slug, status}) => [slug, status])).toEqual([
            [release.id, "published"],
          ]);
          expect(receipt.address).toBe(`${server.url}/${release.id}/`);
        }
      },
      180_000,
    );

    test("a hidden post that arrives late is taken away, and one that an editor has made of ours is not", async () => {
      const release = anew(bittensor);
      const isCreate = ({method, path}: {method: string; path: string}) =>
        method === "POST" && /\/posts\//.test(path);
      await failure(
        faulty(
          call => (isCreate(call) ? "late" : undefined),
          () => publish(target, release),
        ),
      );
      const receipt = await publish(target, release);
      await proxy.arrive();
      expect((await standing(release)).length).toBe(2);
      // Readers see one; the next who writes tidies up.
      expect(await target.look(release, receipt)).toMatchObject({receipt: {id: receipt.id}});
      const [post] = await standing(release);
      const copy = {...post, title: `${post!.title} (Copy)`, slug: `${release.id}-copy`};
      await edit("POST", "/posts/", {...copy, id: undefined, status: "draft", published_at: null});
      const second = variant(release, {version: 2, kind: "refiled", text: `${release.text}\nX.\n`});
      await publish(target, second, {receipt});
      const left = await standing(release);
      expect(left.filter(({status}) => status === "published").map(({id}) => id)).toEqual([
        receipt.id,
      ]);
      expect(left.some(({title}) => title.endsWith("(Copy)"))).toBe(true);
    });
  });

  describe("bad input", () => {
    const put = (target: Target, release = anew(tessilith)) => publish(target, release);

    test("a key that is none, wrong or revoked", async () => {
      expect(() => open({key: "nonsense"})).toThrow(/GHOST_ADMIN_KEY holds no Admin API key/);
      expect(() => open({key: ""})).toThrow(/GHOST_ADMIN_KEY, which is not set/);
      const wrong = server.adminKey.replace(/.{4}$/, "0000");
      const error = await failure(open({key: wrong}).prove());
      expect(error).toBeInstanceOf(TargetRefused);
      expect(error.message).toMatch(/^Ghost at 127.* did not .*: 401, .*make a new one there/);
      const revoked = server.adminKey.replace(/^.{4}/, "0000");
      const unknown = await failure(put(open({key: revoked})));
      expect(unknown.message).toMatch(/: 401, .*GHOST_ADMIN_KEY/);
      expect(unknown.message).not.toContain(revoked.slice(25));
    });

    test("a key goes over a private line only", () => {
      expect(() => open({url: "http://blog.example"})).toThrow(/must begin with https:/);
      expect(() => open({url: "https://a:b@blog.example"})).toThrow(/no user or password/);
    });

    test("a key that may write and not read is refused by the proof", async () => {
      const isLookUp: FaultyProxy["fault"] = ({method, path}) =>
        method === "GET" && path.includes("/posts/")
          ? {status: 403, body: '{"errors":[{"message":"No permission to browse"}]}'}
          : undefined;
      const error = await failure(faulty(isLookUp, () => target.prove()));
      expect(error).toBeInstanceOf(TargetRefused);
      expect(error.message).toMatch(/403, No permission to browse\. .*give its owner the right/);
    });

    test("a clock that is an hour off", async () => {
      const hourOff = (hours: number) => () => new Date(Date.now() + hours * 3_600_000);
      const behind = await failure(open({now: hourOff(-1)}).prove());
      expect(behind.message).toMatch(/clock and this machine's differ by 60 minutes/);
      const ahead = await failure(open({now: hourOff(1)}).prove());
      expect(ahead.message).toMatch(/differ by 60 minutes in what time it is/);
      const release = anew(bittensor, {publishedAt: hourOff(1)().toISOString()});
      const put = await failure(publish(open({now: hourOff(1)}), release));
      expect(put.message).toMatch(/differ by 60 minutes/);
      expect(await standing(release)).toEqual([]);
    });

    test("away, slow, a web page for JSON, too large, too often, failing", async () => {
      const nobody = await failure(put(open({url: "http://127.0.0.1:9"})));
      expect(nobody).toBeInstanceOf(TargetUnavailable);
      expect(nobody.message).toMatch(/ECONNREFUSED/);

      const slow = await failure(
        faulty(
          () => ({delayMs: 1500}),
          () => put(open({timeoutMs: 300})),
        ),
      );
      expect(slow).toBeInstanceOf(TargetUnavailable);
      expect(slow.message).toMatch(/no complete answer in time/);

      const page = {"content-type": "text/html"};
      const html = {status: 200, headers: page, body: "<h1>Sign in</h1>"};
      const login = await failure(
        faulty(
          () => html,
          () => put(target),
        ),
      );
      expect(login).toBeInstanceOf(TargetRefused);
      expect(login.message).toMatch(/a web page instead of JSON \(Sign in\)/);

      const large: Fault = {status: 413, headers: page, body: "Request Entity Too Large"};
      const isUpload: FaultyProxy["fault"] = ({path}) =>
        path.includes("/upload/") ? large : undefined;
      const tooLarge = await failure(faulty(isUpload, () => put(target)));
      expect(tooLarge).toBeInstanceOf(TargetRefused);
      expect(tooLarge.message).toMatch(/take charts\/dependence\.svg .*413.*client_max_body_size/);

      const often: Fault = {status: 429, headers: {"retry-after": "77"}};
      const busy = await failure(
        faulty(
          () => often,
          () => put(target),
        ),
      );
      expect(busy).toMatchObject({passing: {afterMs: 77_000}});

      const away: Fault = {status: 302, headers: {location: "https://elsewhere.example/ghost/"}};
      const moved = await failure(
        faulty(
          () => away,
          () => put(target),
        ),
      );
      expect(moved).toBeInstanceOf(TargetRefused);
      expect(moved.message).toMatch(/leads on to https:\/\/elsewhere\.example/);
    });

    test("a failure between picture and post is resumed, and no picture sent again", async () => {
      const release = anew(tessilith);
      const journal = memoryJournal();
      proxy.calls.splice(0);
      const error = await failure(
        faulty(
          ({method, path}) =>
            method === "POST" && path.includes("/posts/") ? {status: 503} : undefined,
          () => publish(target, release, {journal}),
        ),
      );
      expect(error).toBeInstanceOf(TargetUnavailable);
      const sent = uploads(proxy);
      expect(sent).toBeGreaterThan(5);
      await publish(target, release, {journal});
      expect(uploads(proxy)).toBe(sent);
    });

    test("a picture that is refused is told by its name", async () => {
      const refusal: Fault = {
        status: 415,
        body: '{"errors":[{"message":"Please select a valid image."}]}',
      };
      const error = await failure(
        faulty(
          ({path}) => (path.includes("/images/") ? refusal : undefined),
          () => put(target),
        ),
      );
      expect(error).toBeInstanceOf(TargetRefused);
      expect(error.message).toMatch(/did not take charts\/dependence\.svg .*select a valid image/);
    });
  });

  test("a rehearsal shows what would be sent, and asks nobody", async () => {
    proxy.calls.splice(0);
    const {parts} = await target.rehearse(tessilith);
    expect(proxy.calls).toEqual([]);
    expect(
      parts.map(({what}) => what.replace(/http:\S+\/ghost/, "").replace(/ as .*/, "")),
    ).toEqual([
      ...tessilithDrawings.map(path => `POST /api/admin/images/upload/ ${path}`),
      "POST /api/admin/images/upload/ lead.png",
      "POST /api/admin/images/upload/ card.png",
      "POST /api/admin/files/upload/ note.pdf",
      "POST /api/admin/files/upload/ evidence.json",
      "POST /api/admin/posts/",
      "PUT /api/admin/posts/<its id>/",
    ]);
    expect(JSON.stringify(parts)).not.toContain(server.adminKey.slice(30));
  });
});
