import {useEffect, useState} from "preact/hooks";
import {useLocation} from "preact-iso";
import {askJson} from "../api.ts";
import {Why} from "../frame/failure.tsx";
import {Field} from "../frame/field.tsx";
import {choices} from "../order/choices.ts";
import {originsOf} from "../order/order.ts";
import {inLocale} from "../words/locale.ts";
import {rememberOrigin} from "./origins.ts";
import {words} from "./words.ts";

/** Orders a scan, and goes to it. */
export function ScanForm({onOrdered}: {readonly onOrdered: () => void}) {
  const w = inLocale(words).order;
  const {route} = useLocation();
  useEffect(() => void choices.refresh(), []);
  const known = choices.value.value;
  const scanning: ReadonlySet<string> = new Set(
    known?.sources.filter(({scans}) => scans).map(({name}) => name),
  );
  const origins = known
    ? originsOf(known).filter(({source}) => source !== undefined && scanning.has(source))
    : [];
  const [from, setFrom] = useState<string>();
  const [asOf, setAsOf] = useState("");
  const [top, setTop] = useState("200");
  const [failure, setFailure] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const origin = origins.find(({value}) => value === from) ?? origins[0];

  async function order(event: Event) {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    const {source, data} = origin ?? {};
    const made = {...(source && {source}), ...(data && {data})};
    try {
      const {run} = await askJson<{readonly run: string}>("/api/scans", {
        method: "POST",
        body: {
          ...made,
          ...(asOf !== "" && !origin?.nowOnly && {asOf: `${asOf.slice(0, 16)}:00Z`}),
          top: Number(top),
        },
      });
      rememberOrigin(run, made);
      onOrdered();
      route(`/scan/${run}`);
    } catch (error) {
      setFailure(error as Error);
    }
    setBusy(false);
  }

  if (known && origins.length === 0) return <p class="soft">{w.cannot}</p>;
  return (
    <form class="line-form" onSubmit={event => void order(event)}>
      <Field label={w.from}>
        {props => (
          <select
            {...props}
            value={origin?.value}
            disabled={origins.length === 0}
            onChange={({currentTarget}) => setFrom(currentTarget.value)}
          >
            {origins.map(({value, name}) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.asOf} hint={origin?.nowOnly ? w.asOfNow : w.asOfHint}>
        {props => (
          <input
            {...props}
            type="datetime-local"
            value={asOf}
            disabled={origin?.nowOnly}
            onInput={({currentTarget}) => setAsOf(currentTarget.value)}
          />
        )}
      </Field>
      <Field label={w.top} hint={w.topHint}>
        {props => (
          <input
            {...props}
            type="number"
            min="1"
            max="2000"
            required
            value={top}
            onInput={({currentTarget}) => setTop(currentTarget.value)}
          />
        )}
      </Field>
      <div class="go">
        <button class="btn main" type="submit" disabled={busy}>
          {w.go}
        </button>
        <p class="small soft">{w.costs}</p>
      </div>
      {failure && (
        <p class="red" role="alert">
          <Why error={failure} />
        </p>
      )}
    </form>
  );
}
