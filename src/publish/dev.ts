import {randomUUID} from "node:crypto";
import {z} from "zod";
import {TargetRefused, TargetUnavailable} from "../model/errors.ts";
import {
  type Article,
  articleOf,
  articleSchema,
  chosen,
  isShown,
  marksOf,
  receiptOf,
  storedOf,
} from "./dev/article.ts";
import {homePage, noHome} from "./homePage.ts";
import {type Http, httpOf, keyOf, requirePrivate} from "./http.ts";
import {readAsReader} from "./readAsReader.ts";
import type {OpenTarget, Target} from "./target.ts";

const proofMark = "assay-proof";

/**
 * DEV, or what else runs Forem (API v1). It deletes nothing for us and takes no files: charts are
 * shown from where the note stands first.
 */
export const dev: OpenTarget<"dev"> = (name, settings, {env, now, timeoutMs}) => {
  const url = requirePrivate(settings.url, `targets.${name}.url`);
  const key = keyOf(env, settings.keyFrom, name);
  const label = `DEV at ${new URL(url).host}`;
  const http = httpOf({
    label,
    base: `${url}/api`,
    keyFrom: settings.keyFrom,
    keys: () => ({"api-key": key, accept: "application/vnd.forem.api-v1+json"}),
    secrets: [key],
    now,
    ...(timeoutMs !== undefined && {timeoutMs}),
  });
  const articles = articlesOf(http);

  const target: Target = {
    name,
    kind: "dev",
    label,

    async prove() {
      const {username} = await http.call({
        step: "say whose key it is",
        path: "/users/me",
        schema: z.object({username: z.string()}),
      });
      const body = `<!-- ${proofMark} ${randomUUID()} -->`;
      const content = {title: "Assay tries whether it may publish here", body_markdown: body};
      const before = (await articles.all()).find(
        one => !isShown(one) && one.body_markdown?.includes(proofMark),
      );
      if (before) await articles.update(before.id, {...content, published: false});
      else await articles.create(content);
      if (!(await articles.all()).some(({body_markdown}) => body_markdown?.includes(body)))
        throw new TargetRefused(
          `${label} does not give back what it was sent: a draft there could not be found again`,
        );
      return `${username}: writes, changes and reads back a draft (which stays, since it lets none be deleted)`;
    },

    async rehearse(release) {
      const body = JSON.stringify(
        {article: {...articleOf(release, noHome), published: false}},
        null,
        2,
      );
      const bytes = Buffer.byteLength(body);
      return {
        parts: [
          {what: `POST ${url}/api/articles`, body, bytes},
          {what: `PUT ${url}/api/articles/<its id>, published`, bytes},
        ],
      };
    },

    compose: async release => storedOf(articleOf(release, await homePage(http, release))),

    async look(release, receipt) {
      const all = await articles.all();
      const article = chosen(
        all.filter(one => marksOf(one)?.id === release.id || String(one.id) === receipt?.id),
        receipt?.id,
      );
      if (!article) {
        const other = all.find(
          one => release.home !== undefined && one.canonical_url === release.home,
        );
        if (other) return {state: "foreign", address: other.url, title: other.title};
        return {state: receipt ? "gone" : "absent"};
      }
      // What was shown and is no longer, somebody has taken from view; a draft of ours in its stead came late.
      if (receipt && !isShown(article)) return {state: "gone"};
      return {state: "ours", receipt: receiptOf(article), shown: isShown(article)};
    },

    async put(release, standing, journal) {
      const known = standing.state === "ours" ? standing.receipt : undefined;
      const content = articleOf(release, await homePage(http, release));
      const find = async () =>
        chosen(
          (await articles.all()).filter(
            one => marksOf(one)?.id === release.id || String(one.id) === known?.id,
          ),
          known?.id,
        );
      const found = await find();
      const isAsSeen = known
        ? found && String(found.id) === known.id && storedOf(found) === known.stored
        : // What is shown since then is another worker's, of whichever version.
          !(found && isShown(found));
      if (!isAsSeen) throw changedMeanwhile(label);
      if (!found) await articles.create(content);
      // Where two calls arrived, all who ask choose the same.
      const article = found ?? (await find());
      if (!article) throw changedMeanwhile(label);
      await journal.hold();
      await articles.update(article.id, {...content, published: true});
      const shown = (await articles.all()).find(({id}) => id === article.id);
      if (!shown) throw changedMeanwhile(label);
      return receiptOf(shown);
    },

    async read(_, receipt) {
      // An article bears the date on which it was shown there, and takes none of before.
      const {publishedAt: _date, ...reading} = await readAsReader(http, receipt.address);
      return reading;
    },
  };
  return target;
};

const changedMeanwhile = (label: string) =>
  new TargetUnavailable(
    `${label} has had the article changed while it was about to be written: it is looked at again`,
  );

const [perPage, mostPages] = [100, 20];
const inFiveMinutes = /last five minutes/i;

function articlesOf(http: Http) {
  const write = (step: string, method: "POST" | "PUT", path: string, article: object) =>
    http.call({
      step,
      method,
      path,
      body: {article},
      schema: z.object({id: z.int()}),
      // The article that has the title is ours, and is found by the next look.
      final: ({said}) => (inFiveMinutes.test(said) ? false : undefined),
    });
  return {
    async all(): Promise<Article[]> {
      const found: Article[] = [];
      for (let page = 1; page <= mostPages; page += 1) {
        const part = await http.call({
          step: "list the articles",
          path: "/articles/me/all",
          query: {page, per_page: perPage},
          schema: z.array(articleSchema),
        });
        found.push(...part);
        if (part.length < perPage) break;
      }
      return found;
    },
    create: (content: object) =>
      write("take the note as a draft", "POST", "/articles", {...content, published: false}),
    update: (id: number, content: object) =>
      write("show the note", "PUT", `/articles/${id}`, content),
  };
}
