import {useEffect, useMemo, useRef, useState} from "preact/hooks";
import {askJson, Refused} from "../api.ts";
import {Why} from "../frame/failure.tsx";
import {Field} from "../frame/field.tsx";
import {resource} from "../resource.ts";
import {dayAndTime} from "../words/instants.ts";
import {languageNames} from "../words/languages.ts";
import {inLocale} from "../words/locale.ts";
import type {Choices} from "./answers.ts";
import {CoinField} from "./coinField.tsx";
import {bodyOf, type Form, fieldOf, formOf, originsOf} from "./order.ts";
import type {Wish} from "./ordering.ts";
import {words} from "./words.ts";

interface Props {
  readonly wish: Wish;
  readonly onClose: () => void;
  readonly onOrdered: (ordered: {readonly run: string; readonly coin: string}) => void;
}

/** Kept from one order to the next. */
const choices = resource(signal => askJson<Choices>("/api/order-choices", {signal}));

export function OrderForm({wish, onClose, onOrdered}: Props) {
  const w = inLocale(words);
  useEffect(() => void choices.refresh(), []);
  const known = choices.value.value;
  const origins = useMemo(() => (known ? originsOf(known) : []), [known]);
  const [typed, setTyped] = useState<Partial<Form>>({});
  const form: Form = {...formOf(wish, origins), ...typed};
  const origin = origins.find(({value}) => value === form.from);
  const [wrong, setWrong] = useState<Partial<Record<keyof Form, string>>>({});
  const [failure, setFailure] = useState<Error>();
  const [busy, setBusy] = useState(false);
  // The same order sent twice, by a second click or after no answer came, is one.
  const key = useRef({body: "", id: ""});

  const change = (one: Partial<Form>) => {
    setTyped({...typed, ...one});
    setWrong({});
    setFailure(undefined);
  };

  async function order(event: Event) {
    event.preventDefault();
    const body = bodyOf(form, origin);
    const text = JSON.stringify(body);
    if (key.current.body !== text) key.current = {body: text, id: crypto.randomUUID()};
    setBusy(true);
    try {
      const headers = {"Idempotency-Key": key.current.id};
      const {run} = await askJson<{readonly run: string}>("/api/notes", {
        method: "POST",
        body,
        headers,
      });
      onOrdered({run, coin: body.coin});
    } catch (error) {
      const fields = fieldsOf(error);
      setWrong(fields);
      setFailure(Object.keys(fields).length > 0 ? undefined : (error as Error));
      focusFirst(fields, event);
    }
    setBusy(false);
  }

  const asOf = form.asOf === "" ? undefined : `${form.asOf}:00Z`;
  return (
    <form class="form" onSubmit={event => void order(event)} noValidate>
      <div class="part">
        <CoinField
          value={form.coin}
          data={origin?.data}
          asOf={asOf}
          wrong={wrong.coin}
          onValue={coin => change({coin})}
        />
        <div class="pair">
          <Field label={w.from} wrong={wrong.from}>
            {props => (
              <select
                {...props}
                name="from"
                value={form.from}
                disabled={origins.length === 0}
                onChange={({currentTarget}) => change({from: currentTarget.value})}
              >
                {origins.map(({value, name, data}) => (
                  <option key={value} value={value}>
                    {data === undefined ? w.live(name) : name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            label={w.asOf}
            hint={origin?.nowOnly ? w.asOfNow : asOf ? w.reader(dayAndTime(asOf)) : w.asOfHint}
            wrong={wrong.asOf}
          >
            {props => (
              <input
                {...props}
                name="asOf"
                type="datetime-local"
                value={form.asOf}
                disabled={origin?.nowOnly}
                onInput={({currentTarget}) => change({asOf: currentTarget.value})}
              />
            )}
          </Field>
        </div>
        <details open={Boolean(wrong.locale ?? wrong.template ?? wrong.edition)}>
          <summary>{w.further}</summary>
          <div class="pair three">
            <Field label={w.locale} wrong={wrong.locale}>
              {props => (
                <select
                  {...props}
                  name="locale"
                  value={form.locale}
                  onChange={({currentTarget}) => change({locale: currentTarget.value})}
                >
                  <option value="">{w.asDefault(known?.defaults.locale ?? "en")}</option>
                  {(known?.locales ?? (["en", "tr"] as const)).map(one => (
                    <option key={one} value={one} lang={one}>
                      {languageNames[one]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={w.template} wrong={wrong.template}>
              {props => (
                <select
                  {...props}
                  name="template"
                  value={form.template}
                  onChange={({currentTarget}) => change({template: currentTarget.value})}
                >
                  <option value="">{w.asDefault(known?.defaults.template ?? "coin-note")}</option>
                  {known?.templates.map(one => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={w.edition} hint={w.editionHint} wrong={wrong.edition}>
              {props => (
                <input
                  {...props}
                  name="edition"
                  value={form.edition}
                  onInput={({currentTarget}) => change({edition: currentTarget.value})}
                />
              )}
            </Field>
          </div>
        </details>
        {failure && (
          <p class="red" role="alert">
            <Why error={failure} />
          </p>
        )}
      </div>
      <footer>
        <span class="small soft">{w.costs}</span>
        <button class="btn" type="button" onClick={onClose}>
          {w.cancel}
        </button>
        <button class="btn main" type="submit" disabled={busy || form.coin.trim() === ""}>
          {w.order}
        </button>
      </footer>
    </form>
  );
}

function fieldsOf(error: unknown): Partial<Record<keyof Form, string>> {
  const errors = error instanceof Refused ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(
    errors.flatMap(({field, says}) => {
      const name = fieldOf(field);
      return name === undefined ? [] : [[name, says]];
    }),
  );
}

function focusFirst(fields: Partial<Record<keyof Form, string>>, {target}: Event) {
  const [first] = Object.keys(fields);
  if (first === undefined || !(target instanceof HTMLFormElement)) return;
  const field = target.elements.namedItem(first);
  if (field instanceof HTMLElement) field.focus();
}
