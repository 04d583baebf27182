import {useEffect, useMemo, useRef, useState} from "preact/hooks";
import {defaultLocale, locales} from "../../../model/locale.ts";
import {askJson, Refused} from "../api.ts";
import {Why} from "../frame/failure.tsx";
import {Field} from "../frame/field.tsx";
import {dayAndTime} from "../words/instants.ts";
import {languageName} from "../words/languages.ts";
import {inLocale} from "../words/locale.ts";
import {choices} from "./choices.ts";
import {CoinField} from "./coinField.tsx";
import {bodyOf, type Form, fieldOf, formOf, originsOf} from "./order.ts";
import type {Wish} from "./ordering.ts";
import {words} from "./words.ts";

interface Props {
  readonly wish: Wish;
  readonly onClose: () => void;
  readonly onOrdered: (ordered: {readonly run: string; readonly coin: string}) => void;
}

export function OrderForm({wish, onClose, onOrdered}: Props) {
  const w = inLocale(words);
  useEffect(() => void choices.refresh(), []);
  const known = choices.value.value;
  const origins = useMemo(() => (known ? originsOf(known) : []), [known]);
  const [typed, setTyped] = useState<Partial<Form>>({});
  const typedForm: Form = {...formOf(wish, origins), ...typed};
  const origin = origins.find(({value}) => value === typedForm.from);
  const [wrong, setWrong] = useState<Partial<Record<keyof Form, string>>>({});
  const [failure, setFailure] = useState<Error>();
  const [busy, setBusy] = useState(false);
  // The same order sent twice, by a second click or after no answer came, is one.
  const key = useRef({body: "", id: ""});

  // What is ordered by one click goes at once, as soon as it is known what it is made from.
  const element = useRef<HTMLFormElement>(null);
  const gone = useRef(!wish.now);
  const settled = known !== undefined || choices.failure.value !== undefined;
  useEffect(() => {
    if (gone.current || !settled) return;
    gone.current = true;
    void order(element.current);
  }, [settled]);

  const change = (one: Partial<Form>) => {
    setTyped({...typed, ...one});
    setWrong({});
    setFailure(undefined);
  };

  async function order(form: HTMLFormElement | null) {
    const body = bodyOf(typedForm, origin);
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
      focusFirst(fields, form);
    }
    setBusy(false);
  }

  const asOf = typedForm.asOf === "" ? undefined : `${typedForm.asOf}:00Z`;
  return (
    <form
      class="form"
      ref={element}
      onSubmit={event => {
        event.preventDefault();
        void order(event.currentTarget);
      }}
      noValidate
    >
      <div class="part">
        <CoinField
          value={typedForm.coin}
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
                value={typedForm.from}
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
                value={typedForm.asOf}
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
                  value={typedForm.locale}
                  onChange={({currentTarget}) => change({locale: currentTarget.value})}
                >
                  <option value="">{w.asDefault(known?.defaults.locale ?? defaultLocale)}</option>
                  {(known?.locales ?? locales).map(one => (
                    <option key={one} value={one} lang={one}>
                      {languageName(one)}
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
                  value={typedForm.template}
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
                  value={typedForm.edition}
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
        <button class="btn main" type="submit" disabled={busy || typedForm.coin.trim() === ""}>
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

function focusFirst(fields: Partial<Record<keyof Form, string>>, form: HTMLFormElement | null) {
  const [first] = Object.keys(fields);
  const field = first === undefined ? undefined : form?.elements.namedItem(first);
  if (field instanceof HTMLElement) field.focus();
}
