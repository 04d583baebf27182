import {useEffect, useRef, useState} from "preact/hooks";
import {locales} from "../../../model/locale.ts";
import type {Drafts} from "../../api/shapes.ts";
import {Key} from "../frame/key.tsx";
import {languageName} from "../words/languages.ts";
import {inLocale} from "../words/locale.ts";
import {addressOf, countOf, type Filters, type Tab} from "./filters.ts";
import {words} from "./words.ts";

interface Props {
  readonly filters: Filters;
  readonly counts: NonNullable<Drafts["counts"]>;
  readonly tabs: readonly Tab[];
  readonly narrow: (change: Partial<Filters>) => void;
}

/** Tabs by state, words to find, and what else narrows the list. */
export function Narrowing({filters, counts, tabs, narrow}: Props) {
  const w = inLocale(words);
  const {faults, newsworthy, mine, locale, amiss} = filters;
  const chips = [
    {says: w.chips.faults, on: faults, change: {faults: !faults}},
    {says: w.chips.newsworthy, on: newsworthy, change: {newsworthy: !newsworthy}},
    {says: w.chips.mine, on: mine, change: {mine: !mine}},
    {says: w.chips.amiss, on: amiss, change: {amiss: !amiss}},
    ...locales.map(one => ({
      says: languageName(one),
      on: locale === one,
      change: {locale: locale === one ? undefined : one},
    })),
  ];
  return (
    <>
      <div class="filters">
        <nav class="tabs" aria-label={w.state}>
          {tabs.map(tab => (
            <a
              key={tab}
              href={addressOf({...filters, tab})}
              aria-current={tab === filters.tab ? "true" : undefined}
            >
              {w.tabs[tab]}
              <span class="n">{countOf(counts, tab)}</span>
            </a>
          ))}
        </nav>
        <Search sought={filters.q} onSought={q => narrow({q})} />
      </div>
      <fieldset class="chips">
        <legend class="away">{w.narrow}</legend>
        {chips.map(({says, on, change}) => (
          <button
            key={says}
            class="chip"
            type="button"
            aria-pressed={on}
            onClick={() => narrow(change)}
          >
            {says}
          </button>
        ))}
      </fieldset>
    </>
  );
}

interface SearchProps {
  readonly sought: string;
  readonly onSought: (q: string) => void;
}

function Search({sought, onSought}: SearchProps) {
  const w = inLocale(words);
  const [typed, setTyped] = useState(sought);
  const latest = useRef(onSought);
  latest.current = onSought;
  // What comes back from here must not undo what was typed since.
  const sent = useRef(sought);
  useEffect(() => {
    if (sought === sent.current) return;
    sent.current = sought;
    setTyped(sought);
  }, [sought]);
  useEffect(() => {
    if (typed.trim() === sought) return undefined;
    const soon = setTimeout(() => {
      sent.current = typed.trim();
      latest.current(typed);
    }, 150);
    return () => clearTimeout(soon);
  }, [typed, sought]);
  return (
    <search>
      <label class="field">
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.2" />
          <path d="M10.2 10.2L13.5 13.5" />
        </svg>
        <span class="away">{w.search}</span>
        <input
          type="search"
          placeholder={w.sought}
          value={typed}
          maxLength={200}
          onInput={({currentTarget}) => setTyped(currentTarget.value)}
          onKeyDown={event => {
            if (event.key === "Escape" && typed === "") event.currentTarget.blur();
          }}
        />
        <Key of="/" />
      </label>
    </search>
  );
}
