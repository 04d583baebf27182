import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {LostPublication} from "../../src/jobs/publishing/claim.ts";
import {ExpectedError, TargetRefused, TargetUnavailable} from "../../src/model/errors.ts";
import {approvedReading} from "../../src/publish/approved.ts";
import {compare} from "../../src/publish/compare.ts";
import {decide} from "../../src/publish/decide.ts";
import {chartPaths, drawingPaths} from "../../src/publish/pictures.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Target} from "../../src/publish/target.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {type Fault, type FaultyProxy, startFaultyProxy} from "../servers/faultyProxy.ts";
import {lacksWordPress, startWordPress, type WordPressServer} from "../servers/wordpress.ts";
import {
  anew,
  beside,
  memoryJournal,
  publish,
  releaseOf,
  tessilithDrawings,
  variant,
} from "./releases.ts";

const name = `WordPress${lacksWordPress ? ` (${lacksWordPress})` : ""}`;

describe.skipIf(lacksWordPress)(name, {timeout: 60_000}, () => {
  let server: WordPressServer;
  let proxy: FaultyProxy;
  let target: Target;
  let bittensor: Release;
  /** With charts. */
  let tessilith: Release;

  const open = ({
    url = proxy.url,
    user = server.user,
    password = server.appPassword,
    now = () => new Date(),
    timeoutMs = 20_000,
  } = {}) =>
    openTarget(
      "press",
      {kind: "wordpress", url, user, passwordFrom: "WP_PASSWORD"},
      {
        env: {WP_PASSWORD: password},
        house: {name: "Assay", disclosures: {}},
        folder: "/",
        now,
        timeoutMs,
      },
    );

  beforeAll(async () => {
    server = await startWordPress();
    proxy = await startFaultyProxy(server.url);
    target = open();
    bittensor = await releaseOf("bittensor");
    tessilith = await releaseOf("tessilith");
  }, 200_000);
  afterAll(async () => {
    await proxy?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  interface Found {
    id: number;
    slug: string;
    status: string;
    title: {raw: string};
    content: {raw: string};
    date_gmt: string;
    tags: number[];
    featured_media: number;
    password?: string;
  }
  /** As an editor in the blog's own pages would. */
  const edit = async <T = Found>(method: string, path: string, body?: object): Promise<T> => {
    const pair = Buffer.from(`${server.user}:${server.appPassword}`).toString("base64");
    const answer = await fetch(`${server.url}/wp-json/wp/v2${path}`, {
      method,
      headers: {authorization: `Basic ${pair}`, "content-type": "application/json"},
      ...(body && {body: JSON.stringify(body)}),
    });
    return (await answer.json()) as T;
  };
  const standing = async ({id}: Pick<Release, "id">): Promise<Found[]> => {
    const states = "publish,future,draft,pending,private";
    const query = `context=edit&status=${states}&per_page=100`;
    const bySlug = await edit<Found[]>("GET", `/posts?${query}&slug=${id}`);
    const byMark = await edit<Found[]>("GET", `/posts?${query}&search=assay-note:${id};`);
    return [...new Map([...bySlug, ...byMark].map(post => [post.id, post])).values()];
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
  /** Another user of the blog, with an application password. */
  const userWith = async (role: string) => {
    const user = `${role}${Date.now()}`;
    const {id} = await edit("POST", "/users", {
      username: user,
      email: `${user}@example.org`,
      password: `Long-${user}-!`,
      roles: [role],
    });
    const {password = ""} = await edit("POST", `/users/${id}/application-passwords`, {
      name: "assay",
    });
    return {user, password, id};
  };
  const isRead = async (release: Release, address: string, by = target) => {
    const receipt = {id: "", address, digest: "", stamp: "", stored: ""};
    const reading = await by.read(release, receipt);
    expect(compare(approvedReading(release), reading!)).toEqual([]);
    return reading!;
  };

  test("proves that a user may publish and read back, and leaves nothing behind", async () => {
    expect(await target.prove()).toMatch(/^writes, reads back, changes and deletes a hidden post$/);
    expect(await standing({id: "assay-proof"})).toEqual([]);
  });

  test.each(["tessilith", "bittensor", "bittensorTr"] as const)(
    "%s stands there as it was approved: text, numbers, tables, pictures, links, date",
    async note => {
      const release = await releaseOf(note);
      const receipt = await publish(target, release);
      const reading = await isRead(release, receipt.address);
      expect(receipt.address).toBe(`${server.url}/${release.id}/`);
      expect(reading).toMatchObject({title: release.about.title, publishedAt: release.publishedAt});
      expect(reading.tables.length).toBeGreaterThan(0);
      expect(reading.pictures.every(({loads}) => loads)).toBe(true);
      const [post] = await standing(release);
      expect(post).toMatchObject({status: "publish", slug: release.id});
      expect(`${post?.date_gmt}.000Z`).toBe(release.publishedAt);
      expect(post?.tags.length).toBe(release.about.tags.length);
      // Its first chart stands above the post, where it has one.
      const first = reading.pictures[0]?.alt;
      expect(first !== undefined).toBe(chartPaths(release).length > 0);
      if (first === undefined) expect(post?.featured_media).toBe(0);
      else {
        const picture = await edit<{alt_text: string}>("GET", `/media/${post?.featured_media}`);
        expect(picture.alt_text).toBe(first);
      }
      expect(await target.look(release, receipt)).toEqual({state: "ours", receipt, shown: true});
    },
  );

  test("an author without unfiltered HTML publishes the same, without data for machines", async () => {
    const author = open(await userWith("author"));
    expect(await author.prove()).toMatch(/may not write unfiltered HTML.*without structured data/);
    const release = anew(tessilith);
    const receipt = await publish(author, release);
    await isRead(release, receipt.address, author);
    const page = await (await fetch(receipt.address)).text();
    expect(page).not.toContain("AnalysisNewsArticle");
    expect(await author.look(release, receipt)).toMatchObject({state: "ours", shown: true});
  });

  test("a user who may not publish is refused by the proof, with what is lacking", async () => {
    const error = await failure(open(await userWith("contributor")).prove());
    expect(error).toBeInstanceOf(TargetRefused);
    expect(error.message).toMatch(/lacks publish_posts, edit_published_posts, upload_files/);
    const reader = await failure(publish(open(await userWith("subscriber")), anew(bittensor)));
    expect(reader).toBeInstanceOf(TargetRefused);
    expect(reader.message).toMatch(/role of an author or editor/);
  });

  test("a copy says where the note stands first", async () => {
    const release = anew(bittensor, {home: "https://example.org/notes/x/"});
    const {address} = await publish(target, release);
    const page = await (await fetch(address)).text();
    expect(page).toContain('First published at <a href="https://example.org/notes/x/">');
    expect(page).toContain('"mainEntityOfPage":"https://example.org/notes/x/"');
  });

  test("corrected, then retracted: one post, at one address, dated as it was", async () => {
    const first = anew(tessilith);
    const receipt = await publish(target, first);
    const text = first.text.replaceAll("rank 10", "rank 11");
    const at = "2026-03-22T08:00:00Z";
    const correction = {at, wrong: "<b>rank 10</b>", right: "rank 11", version: 2};
    const second = variant(first, {version: 2, kind: "corrected", text, corrections: [correction]});
    const corrected = await publish(target, second, {receipt});
    expect(corrected).toMatchObject({id: receipt.id, address: receipt.address});
    expect(corrected.digest).toBe(second.digest);
    await isRead(second, corrected.address);
    const {stored, composed} = await beside(target, second, corrected);
    expect(composed).toBe(stored);
    const page = await (await fetch(corrected.address)).text();
    expect(page).toContain("<b>Corrected on 22 March 2026:</b> was “&lt;b&gt;rank 10&lt;/b&gt;”");
    expect(page).toContain("-note-v1-");
    expect(page).toContain('"@type":"CorrectionComment"');
    const reason = "Its prices were those of another coin.";
    const third = variant(second, {version: 3, kind: "retracted", retraction: {at, reason}});
    const retracted = await publish(target, third, {receipt: corrected});
    expect(retracted).toMatchObject({id: receipt.id, address: receipt.address});
    await isRead(third, retracted.address);
    const notice = await (await fetch(retracted.address)).text();
    expect(notice).toContain("This note was retracted on 22 March 2026.");
    expect(notice).not.toContain("18.70");
    const [post] = await standing(first);
    expect(`${post?.date_gmt}.000Z`).toBe(first.publishedAt);
    expect(post?.featured_media).toBe(0);
  });

  test("what an editor adds beside the text outlives a correction", async () => {
    const first = anew(bittensor);
    const receipt = await publish(target, first);
    const [post] = await standing(first);
    const tag = await edit("POST", "/tags", {name: `Weekend ${Date.now()}`});
    const other = await standing(await releaseOf("tessilith"));
    const [picture] = await edit<Found[]>("GET", "/media?search=price-and-volume");
    expect(other.length).toBe(1);
    await edit("POST", `/posts/${post?.id}`, {
      tags: [...(post?.tags ?? []), tag.id],
      featured_media: picture?.id,
    });
    const second = variant(first, {version: 2, kind: "refiled", text: `${first.text}\nMore.\n`});
    await publish(target, second, {receipt});
    const [after] = await standing(first);
    expect(after?.tags).toContain(tag.id);
    expect(after?.featured_media).toBe(picture?.id);
  });

  test("a text edited there is seen, and not written over by who had looked before", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    const before = await target.look(release, receipt);
    const [post] = await standing(release);
    const content = post!.content.raw.replace("13.04%", "13.05%");
    expect(content).not.toBe(post!.content.raw);
    await edit("POST", `/posts/${post!.id}`, {content});
    const after = await target.look(release, receipt);
    if (after.state !== "ours" || before.state !== "ours") throw new Error(after.state);
    expect(after.receipt.stored).toContain("13.05%");
    const error = await failure(target.put(release, before, memoryJournal()));
    expect(error).toBeInstanceOf(TargetUnavailable);
    expect((await standing(release))[0]?.content.raw).toContain("13.05%");
    const over = await target.put(release, after, memoryJournal());
    expect(over.stored).toBe(receipt.stored);
  });

  test("a post in the trash, deleted or taken from view is gone, and comes back only when it is put again", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    await edit("POST", `/posts/${receipt.id}`, {status: "private"});
    expect(await target.look(release, receipt)).toEqual({state: "gone"});
    const shown = await target.put(release, {state: "gone"}, memoryJournal());
    expect(shown).toMatchObject({id: receipt.id, address: receipt.address});
    await edit("DELETE", `/posts/${receipt.id}`);
    expect(await target.look(release, shown)).toEqual({state: "gone"});
    // A restored backup knows nothing of it, and the trash does.
    expect(await target.look(release, undefined)).toEqual({state: "gone"});
    const again = await target.put(release, {state: "gone"}, memoryJournal());
    expect(again.address).toBe(receipt.address);
    await edit("DELETE", `/posts/${again.id}?force=true`);
    expect(await target.look(release, again)).toEqual({state: "gone"});
  });

  test("a post renamed there is found by its mark; somebody else's post is never taken for ours", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    await edit("POST", `/posts/${receipt.id}`, {slug: `moved-${release.id}`});
    expect(await target.look(release, receipt)).toMatchObject({state: "ours", shown: true});
    expect(await target.look(release, undefined)).toMatchObject({state: "ours", shown: true});

    const other = anew(bittensor);
    await edit("POST", "/posts", {title: "Mine", slug: other.id, status: "publish"});
    expect(await target.look(other, undefined)).toMatchObject({state: "foreign", title: "Mine"});
    const error = await failure(target.put(other, {state: "absent"}, memoryJournal()));
    expect(error).toBeInstanceOf(TargetRefused);
    expect(error.message).toContain(`another post at ${other.id}`);
    expect((await standing(other)).map(({title}) => title.raw)).toEqual(["Mine"]);
  });

  test("whoever looked before another put it there puts nothing over that", async () => {
    const release = anew(bittensor);
    const newer = variant(release, {version: 2, text: `${release.text}\nMore.\n`});
    await publish(target, newer);
    const error = await failure(target.put(release, {state: "absent"}, memoryJournal()));
    expect(error).toBeInstanceOf(TargetUnavailable);
    expect((await standing(release))[0]?.content.raw).toContain(newer.digest);
  });

  test("a draft of ours that came late is not shown in place of a post that was removed", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    const [post] = await standing(release);
    const draft = {title: post?.title.raw, content: post?.content.raw, slug: release.id};
    await edit("POST", "/posts", {...draft, status: "draft"});
    await edit("DELETE", `/posts/${receipt.id}?force=true`);
    expect(await target.look(release, receipt)).toEqual({state: "gone"});
  });

  test("two hidden posts of ours are no strangers to each other: one of them is shown", async () => {
    const release = anew(bittensor);
    const isCreation: FaultyProxy["fault"] = ({method, path}) =>
      method === "POST" && /\/posts\?/.test(path) ? "doubled" : undefined;
    const receipt = await faulty(isCreation, () => publish(target, release));
    const posts = await standing(release);
    expect(posts.map(({status}) => status)).toEqual(["publish"]);
    expect(receipt.address).toBe(`${server.url}/${release.id}/`);
  });

  test("whoever was taken for dead while they uploaded shows nothing", async () => {
    const release = anew(bittensor);
    const journal = {
      ...memoryJournal(),
      hold: () => Promise.reject(new LostPublication("taken up by another")),
    };
    await failure(target.put(release, {state: "absent"}, journal));
    expect((await standing(release)).map(({status}) => status)).toEqual(["draft"]);
  });

  test("what somebody saves in the same moment is put back, and asked about", async () => {
    const release = anew(bittensor);
    const receipt = await publish(target, release);
    const second = variant(release, {version: 2, text: `${release.text}\nMore.\n`});
    const before = await target.look(second, receipt);
    if (before.state !== "ours") throw new Error(before.state);
    const [post] = await standing(release);
    const content = post?.content.raw.replace("13.04%", "13.05%");
    let saved: Promise<unknown> | undefined;
    const isUpdate: FaultyProxy["fault"] = ({method, path}) => {
      if (method !== "POST" || !/\/posts\/\d+/.test(path) || saved) return undefined;
      saved = edit("POST", `/posts/${receipt.id}`, {content});
      return {delayMs: 3000};
    };
    const error = await failure(
      faulty(isUpdate, () => target.put(second, before, memoryJournal())),
    );
    await saved;
    expect(error).toBeInstanceOf(TargetUnavailable);
    const after = await target.look(second, receipt);
    const record = {receipt, begun: new Set([second.digest])};
    const decision = decide(after, second, record, {again: false, overwrite: false});
    expect(decision).toMatchObject({do: "ask", for: "overwrite"});
    expect(after.state === "ours" && after.receipt.stored).toContain("13.05%");
  });

  test("tags that exist are taken, whatever their case, and hostile ones do no harm", async () => {
    const hostile = `<b>x</b> & "y" ${Date.now()}`;
    const about = {...bittensor.about, tags: ["tao", "TAO", hostile]};
    const release = anew(bittensor, {about});
    const receipt = await publish(target, release);
    await publish(target, variant(release, {version: 2, about}), {receipt});
    const [post] = await standing(release);
    expect(post?.tags.length).toBe(2);
  });

  test.each([
    ["emoji", "Çok 🚀 yükseldi 👩‍👩‍👧 & <b>“düştü”</b>"],
    ["right to left", "ارتفع سعر تاو بنسبة 3.64٪ في يوم"],
    [
      "all that WordPress rewrites",
      `It's "3x5" -- a - b --- ... ''x'' (tm) 8) :) :-( ;) (Figure 8) :mrgreen: [gallery] {{title}} \`x\` &amp; Wordpress https://example.org/ 5'9" '90s`,
    ],
    ["300 characters", "Wide ".repeat(60).trim()],
  ])("words with %s arrive as they are", async (_, words) => {
    const escaped = words.replace(/[\\`*_{}[\]<>&|#~@]/g, "\\$&").replaceAll("://", "\\://");
    const text = bittensor.text
      .replace(/^# .*$/m, `# ${escaped}`)
      .replace(
        "## What changed hands",
        `## ${escaped}\n\n${escaped}\n\n| a | b |\n| - | - |\n| ${escaped} | 1 |\n`,
      );
    const release = anew(bittensor, {text});
    expect(release.about.title).toBe(words);
    const receipt = await publish(target, release);
    const reading = await isRead(release, receipt.address);
    expect(reading.title).toBe(words);
    expect(reading.text).toContain(words);
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
    const isBroken: FaultyProxy["fault"] = ({path, method}) =>
      method === "POST" && path.includes("/media") && uploads(proxy) > 20
        ? "unanswered"
        : undefined;
    await failure(faulty(isBroken, () => publish(target, release)));
    // Without a journal, as after a restored backup: they are found by their names.
    const receipt = await publish(target, release);
    const reading = await isRead(release, receipt.address);
    expect(reading.pictures.filter(({loads}) => loads).length).toBe(chartPaths(release).length);
    // Beside them the one above the post and the PDF.
    expect(uploads(proxy)).toBe(drawingPaths(release).length + 2);
  });

  /** Files that arrived there, whether or not that was said. */
  const uploads = ({calls}: FaultyProxy) =>
    calls.filter(({path, method}) => method === "POST" && path.includes("/media")).length;

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
          expect(posts.map(({slug, status}) => [slug, status])).toEqual([[release.id, "publish"]]);
          expect(receipt.address).toBe(`${server.url}/${release.id}/`);
        }
      },
      180_000,
    );

    test("a hidden post that arrives late is taken away by the next who writes", async () => {
      const release = anew(bittensor);
      const isCreate = ({method, path}: {method: string; path: string}) =>
        method === "POST" && /\/posts\?/.test(path);
      await failure(
        faulty(
          call => (isCreate(call) ? "late" : undefined),
          () => publish(target, release),
        ),
      );
      const receipt = await publish(target, release);
      await proxy.arrive();
      expect((await standing(release)).length).toBe(2);
      expect(await target.look(release, receipt)).toMatchObject({receipt: {id: receipt.id}});
      const again = variant(release, {version: 2, kind: "refiled"});
      await publish(target, again, {receipt});
      expect((await standing(release)).map(({status}) => status)).toContain("publish");
    });
  });

  describe("bad input", () => {
    test("a password that is none, wrong or revoked", async () => {
      expect(() => open({password: ""})).toThrow(/WP_PASSWORD, which is not set/);
      const password = "aaaa bbbb cccc dddd eeee ffff";
      for (const act of [
        () => open({password}).prove(),
        () => publish(open({password}), anew(bittensor)),
      ]) {
        const error = await failure(act());
        expect(error).toBeInstanceOf(TargetRefused);
        expect(error.message).toMatch(/^WordPress at 127.*: 401, .*put it into WP_PASSWORD/);
        expect(error.message).not.toContain("aaaa");
      }
      const {id, user, password: given} = await userWith("author");
      await edit("DELETE", `/users/${id}/application-passwords`);
      expect((await failure(open({user, password: given}).prove())).message).toMatch(/: 401, /);
    });

    test("a password goes over a private line only", () => {
      expect(() => open({url: "http://blog.example"})).toThrow(/must begin with https:/);
    });

    test("a clock that is an hour ahead", async () => {
      const ahead = () => new Date(Date.now() + 3_600_000);
      expect((await failure(open({now: ahead}).prove())).message).toMatch(/differ by 60 minutes/);
      const release = anew(bittensor, {publishedAt: ahead().toISOString()});
      const error = await failure(publish(open({now: ahead}), release));
      expect(error.message).toMatch(/differ by 60 minutes/);
      expect(await standing(release)).toEqual([]);
    });

    test("away, slow, a web page for JSON, too large, too often, a picture refused", async () => {
      const put = (by = target) => publish(by, anew(tessilith));
      const nobody = await failure(put(open({url: "http://127.0.0.1:9"})));
      expect(nobody).toBeInstanceOf(TargetUnavailable);

      const slow = await failure(
        faulty(
          () => ({delayMs: 1500}),
          () => put(open({timeoutMs: 300})),
        ),
      );
      expect(slow.message).toMatch(/no complete answer in time/);

      const page = {"content-type": "text/html"};
      const html = {status: 200, headers: page, body: "<h1>Sign in</h1>"};
      const login = await failure(
        faulty(
          () => html,
          () => put(),
        ),
      );
      expect(login).toBeInstanceOf(TargetRefused);
      expect(login.message).toMatch(/a web page instead of JSON \(Sign in\)/);

      const upload =
        (fault: Fault): FaultyProxy["fault"] =>
        ({method, path}) =>
          method === "POST" && path.includes("/media") ? fault : undefined;
      const large = await failure(
        faulty(upload({status: 413, headers: page, body: "Too Large"}), () => put()),
      );
      expect(large.message).toMatch(/take charts\/dependence\.svg .*413.*upload_max_filesize/);

      const said = JSON.stringify({
        code: "rest_upload_unknown_error",
        message: "Sorry, you are not allowed to upload this file type.",
      });
      const refusal = await failure(faulty(upload({status: 500, body: said}), () => put()));
      expect(refusal).toBeInstanceOf(TargetRefused);
      expect(refusal.message).toMatch(
        /did not take charts\/dependence\.svg .*not allowed to upload/,
      );

      const often: Fault = {status: 429, headers: {"retry-after": "77"}};
      const busy = await failure(
        faulty(
          () => often,
          () => put(),
        ),
      );
      expect(busy).toMatchObject({passing: {afterMs: 77_000}});
    });

    test("a failure between picture and post is resumed, and no picture sent again", async () => {
      const release = anew(tessilith);
      const journal = memoryJournal();
      proxy.calls.splice(0);
      const error = await failure(
        faulty(
          ({method, path}) =>
            method === "POST" && path.includes("/posts") ? {status: 503} : undefined,
          () => publish(target, release, {journal}),
        ),
      );
      expect(error).toBeInstanceOf(TargetUnavailable);
      const sent = uploads(proxy);
      expect(sent).toBeGreaterThan(5);
      await publish(target, release, {journal});
      expect(uploads(proxy)).toBe(sent);
    });
  });

  test("a rehearsal shows what would be sent, and asks nobody", async () => {
    proxy.calls.splice(0);
    const {parts} = await target.rehearse(tessilith);
    expect(proxy.calls).toEqual([]);
    expect(parts.map(({what}) => what.replace(/http:\S+\/v2/, "").replace(/ as .*/, ""))).toEqual([
      ...tessilithDrawings.map(path => `POST /media ${path}`),
      "POST /media lead.png",
      "POST /media note.pdf",
      "POST /posts",
      "POST /posts/<its id>",
    ]);
    expect(JSON.stringify(parts)).not.toContain(server.appPassword);
  });
});
