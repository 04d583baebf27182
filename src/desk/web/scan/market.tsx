import {useEffect, useMemo, useState} from "preact/hooks";
import type {ScanList} from "../../../model/scanList.ts";
import type {Scan} from "../../api/scansShapes.ts";
import {askJson, isMissing} from "../api.ts";
import {Failure, Said} from "../frame/failure.tsx";
import {ordering} from "../order/ordering.ts";
import {resource} from "../resource.ts";
import {may} from "../session/session.ts";
import {useChanges} from "../stream.ts";
import {dayOf, inUtc} from "../words/instants.ts";
import {inLocale, locale} from "../words/locale.ts";
import {decimal} from "../words/numbers.ts";
import {originOf} from "./origins.ts";
import {words} from "./words.ts";

const pollMs = 2_000;

interface Props {
  readonly run: string;
  readonly onDone: () => void;
}

/** The list of one scan. */
export function Market({run, onDone}: Props) {
  const w = inLocale(words);
  const scan = useMemo(
    () =>
      resource(signal =>
        // Its run is there before the scan is.
        askJson<Scan>(`/api/scans/${encodeURIComponent(run)}`, {signal}).catch(async error => {
          if (!isMissing(error)) throw error;
          await askJson(`/api/runs/${encodeURIComponent(run)}`, {signal});
          return undefined;
        }),
      ),
    [run],
  );
  useEffect(() => void scan.refresh(), [scan]);
  useChanges(["run"], () => void scan.refresh(), [scan]);
  const found = scan.value.value;
  const missing = isMissing(scan.failure.value);
  const moves =
    !missing && (found === undefined || found.state === "waiting" || found.state === "running");
  useEffect(() => {
    if (!moves) return onDone();
    const timer = setInterval(() => void scan.refresh(), pollMs);
    return () => clearInterval(timer);
  }, [scan, moves]);
  return (
    <section class="sec" aria-labelledby="market" aria-busy={moves}>
      <header>
        <h2 id="market">{found?.list ? w.list(inUtc(found.list.asOf)) : w.title}</h2>
        {found?.list && <Counted list={found.list} />}
      </header>
      <Failure
        error={scan.failure.value}
        stale={found !== undefined}
        retry={missing ? undefined : () => void scan.refresh()}
      />
      {moves && (
        <p class="fetching" role="status">
          {w.running}
        </p>
      )}
      {found && !moves && !found.list && (
        <p class={found.state === "failed" ? "reason red" : "reason"}>
          {w.noList} {found.reason !== undefined && <Said says={found.reason} />}
        </p>
      )}
      {found?.list && <Rows list={found.list} run={run} />}
    </section>
  );
}

function Counted({list: {universe, tests, leftOut}}: {readonly list: ScanList}) {
  const w = inLocale(words);
  const count = new Intl.NumberFormat(locale.value);
  return <p>{w.counted(count.format(universe), count.format(tests), count.format(leftOut))}</p>;
}

function Rows({list, run}: {readonly list: ScanList; readonly run: string}) {
  const w = inLocale(words);
  const [all, setAll] = useState(false);
  const changed = list.rows.filter(({why}) => why === "weakened" || why === "strengthened");
  const shown = all ? list.rows : list.rows.slice(0, Math.max(changed.length, 20));
  return (
    <>
      <div class="scroll">
        <table class="grid stack market">
          <thead>
            <tr>
              <th scope="col" class="num">
                {w.columns.rank}
              </th>
              <th scope="col">{w.columns.coin}</th>
              <th scope="col">{w.columns.why}</th>
              <th scope="col">{w.columns.score}</th>
              <th scope="col" class="num">
                {w.columns.before}
              </th>
              <th scope="col" class="num">
                {w.columns.now}
              </th>
              <th scope="col" class="num">
                {w.columns.p}
              </th>
              <th scope="col">{w.columns.since}</th>
              <th scope="col">
                <span class="away">{w.columns.act}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <MarketRow
                key={row.coin}
                row={row}
                asOf={list.asOf}
                run={run}
                benchmark={list.benchmark?.name ?? w.benchmark}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="small soft below">{w.measures}</p>
      {shown.length < list.rows.length && (
        <button class="btn more" type="button" onClick={() => setAll(true)}>
          {w.showAll(list.rows.length)}
        </button>
      )}
    </>
  );
}

interface RowProps {
  readonly row: ScanList["rows"][number];
  readonly asOf: string;
  readonly run: string;
  readonly benchmark: string;
}

function MarketRow({row, asOf, run, benchmark}: RowProps) {
  const w = inLocale(words);
  const {rank, coin, symbol, name = coin, why, score, figures} = row;
  const found = why === "weakened" || why === "strengthened";
  const probability = (value: number | null) =>
    value !== null && value < 0.001 ? `< ${decimal(0.001, 3)}` : figure(value, 3);
  const figure = (value: number | null, places: number) =>
    value === null ? "–" : decimal(value, places);
  return (
    <tr>
      <td class="num rank">{rank}</td>
      <th scope="row">
        <b>{symbol.toUpperCase()}</b> <span class="small soft">{name}</span>
      </th>
      <td class={found ? undefined : "soft"}>
        {w.why[why](benchmark)} <span class="small soft">{w.days(figures.days)}</span>
      </td>
      <td>
        <span class="news">
          <i style={{"--v": Math.min(100, Math.round((score / 4) * 100))}} />
          {decimal(score, 2)}
        </span>
      </td>
      <td class="num" data-l={w.columns.before}>
        {figure(figures.baselineRho, 2)}
      </td>
      <td class="num" data-l={w.columns.now}>
        {figure(figures.rho, 2)}
      </td>
      <td class="num" data-l={w.columns.p}>
        {probability(figures.adjustedP)}
      </td>
      <td>{figures.since && dayOf(figures.since)}</td>
      <td class="num">
        {may("writer") && (
          <button
            class="btn sm"
            type="button"
            onClick={() => {
              ordering.value = {coin, asOf, now: true, ...originOf(run)};
            }}
          >
            {w.write}
            <span class="away"> {w.on(name)}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
