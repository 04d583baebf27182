import type {Article} from "../model/article.ts";
import {type Figure, figuresIn} from "../model/figure.ts";
import type {AbstentionReason, Finding, Findings} from "../model/finding.ts";
import type {Order} from "../model/order.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {prints, type Text} from "../model/text.ts";
import type {Evidence} from "./schema.ts";

interface Rests {
  readonly order: Order;
  readonly snapshot: Snapshot;
  readonly findings: Findings;
  readonly article: Article;
  readonly texts: readonly Text[];
  readonly generator: string;
}

/** What stands behind a note: every figure with its origin and how it was printed, and what was left out. */
export function evidenceOf({
  order,
  snapshot,
  findings,
  article,
  texts,
  generator,
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
      asset: snapshot.asset.id,
      asOf: order.asOf,
      locale: order.locale,
      template: order.template,
      paper: order.paper,
      generator,
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
    figures: [...figures.values()].map(figure => ({
      ...figure,
      origin: originOf(figure),
      printed: asPrinted(figure.id),
    })),
    dates: dates.map(date => ({date, printed: asPrinted(`@${date}`)})),
    series: findings.series.map(one => ({...one})),
    findings: findings.findings.flatMap(entriesOf),
    exclusions: findings.exclusions.map(one => ({...one})),
    abstentions: findings.abstentions.map(({about, reason}) => ({about, reason: reasonOf(reason)})),
    cases: findings.findings.flatMap(casesOf),
  };
}

const originOf = ({origin}: Figure) =>
  "inputs" in origin ? {...origin, inputs: [...origin.inputs]} : origin;

function entriesOf(finding: Finding): Evidence["findings"] {
  if (finding.kind !== "decoupling") return [{kind: finding.kind, figures: idsIn(finding)}];
  return finding.windows.map(window => ({
    kind: finding.kind,
    verdict: window.verdict,
    window: window.window,
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
