import type {Article} from "../model/article.ts";
import type {Evidence, Statement} from "../model/evidence.ts";
import {type Figure, figuresIn} from "../model/figure.ts";
import type {AbstentionReason, Finding, Findings} from "../model/finding.ts";
import type {Order} from "../model/order.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {type Inline, plain, prints, type Text} from "../model/text.ts";

interface Rests {
  readonly order: Order;
  readonly snapshot: Snapshot;
  readonly findings: Findings;
  readonly article: Article;
  readonly texts: readonly Text[];
  readonly generator: string;
  /** Digest of the house style and the templates. */
  readonly style: string;
}

/**
 * What stands behind a note: every figure with its origin and how it was printed, and what was left
 * out; in the order of its schema, in which a draft that was stored comes back, too.
 */
export function evidenceOf({
  order,
  snapshot,
  findings,
  article,
  texts,
  generator,
  style,
}: Rests): Evidence {
  const printed = texts.flatMap(prints);
  const figures = new Map(findings.figures);
  for (const one of printed) if ("figure" in one) figures.set(one.figure.id, one.figure);
  const printsOf = Map.groupBy(printed, one => ("figure" in one ? one.figure.id : `@${one.date}`));
  const asPrinted = (key: string) => [...new Set((printsOf.get(key) ?? []).map(one => one.print))];
  const dates = [...new Set(printed.flatMap(one => ("date" in one ? [one.date] : [])))].sort();
  return {
    schema: "assay/evidence@1",
    note: {
      id: article.id,
      title: plain(article.title),
      asset: snapshot.asset.id,
      symbol: snapshot.asset.symbol,
      name: snapshot.asset.name,
      asOf: order.asOf,
      locale: order.locale,
      ...(order.edition !== undefined && {edition: order.edition}),
      template: order.template,
      paper: order.paper,
      generator,
      style,
    },
    snapshot: {
      sha256: snapshot.sha256,
      files: snapshot.answers.map(({path, url, fetchedAt, sha256}) => ({
        path,
        url,
        fetchedAt,
        sha256,
      })),
    },
    figures: [...figures.values()].map(figure => {
      const {id, value, ...rest} = figure;
      return {id, value, ...rest, origin: originOf(figure), printed: asPrinted(id)};
    }),
    statements: texts.filter(text => text.length > 0).map(piecesOf),
    authorship: article.authorship,
    dates: dates.map(date => ({date, printed: asPrinted(`@${date}`)})),
    series: findings.series.map(one => ({...one})),
    findings: findings.findings.flatMap(entriesOf),
    exclusions: findings.exclusions.map(one => ({...one})),
    abstentions: findings.abstentions.map(({about, reason}) => ({about, reason: reasonOf(reason)})),
    leftOut: findings.leftOut.map(one => ({...one})),
    cases: findings.findings.flatMap(casesOf),
  };
}

/** A text as it was written, without its mark-up: words in a row joined. */
function piecesOf(text: Text): Statement {
  const joined: Statement = [];
  for (const piece of text.flatMap(pieceOf)) {
    const last = joined.at(-1);
    if (typeof piece === "string" && typeof last === "string") joined[joined.length - 1] += piece;
    else joined.push(piece);
  }
  return joined;
}

function pieceOf(inline: Inline): Statement {
  if (typeof inline === "string") return [inline];
  if ("strong" in inline) return piecesOf(inline.strong);
  if ("emphasis" in inline) return piecesOf(inline.emphasis);
  if ("name" in inline) return [{name: inline.name}];
  if ("quoted" in inline) return [{quoted: inline.quoted}];
  if ("cited" in inline)
    return [{cited: inline.cited, source: inline.source.name, href: inline.source.href}];
  if ("date" in inline) return [{date: inline.date, print: inline.print}];
  return [{figure: inline.figure.id, print: inline.print}];
}

const originOf = ({origin}: Figure) =>
  "inputs" in origin ? {...origin, inputs: [...origin.inputs]} : origin;

function entriesOf(finding: Finding): Evidence["findings"] {
  if (finding.kind !== "decoupling") return [{kind: finding.kind, figures: idsIn(finding)}];
  return finding.windows.map(window => ({
    kind: finding.kind,
    window: window.window,
    verdict: window.verdict,
    leading: window === finding.leading,
    decoupled: window === finding.leading && finding.decoupled,
    figures: idsIn(window),
  }));
}

function casesOf(finding: Finding): Evidence["cases"] {
  if (finding.kind !== "cases") return [];
  return finding.sets.flatMap(set =>
    set.cases.map(one => ({
      name: one.name,
      horizon: set.date,
      days: set.horizon,
      probability: one.probability.value,
      low: one.low?.value ?? 0,
      high: one.high?.value ?? null,
      unit: "USD" as const,
    })),
  );
}

const idsIn = (value: unknown) => [...figuresIn(value).keys()];

/** "too-few-days: days 30, needed 80" */
function reasonOf({kind, ...details}: AbstentionReason): string {
  const parts = Object.entries(details).map(([key, value]) => `${key} ${value}`);
  return parts.length ? `${kind}: ${parts.join(", ")}` : kind;
}
