import type {ComponentChildren} from "preact";
import {useLocation} from "preact-iso";
import {session} from "../session/session.ts";
import {inLocale} from "../words/locale.ts";
import {toggleTheme} from "./theme.ts";
import {words} from "./words.ts";

/** What stands around every screen. */
export function Frame({children}: {readonly children: ComponentChildren}) {
  const w = inLocale(words);
  const {path} = useLocation();
  const here = (at: string) => (path === at ? ("page" as const) : undefined);
  return (
    <div class="desk">
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <header class="top">
        <a class="brand" href="/">
          Assay
        </a>
        <nav aria-label={w.desk}>
          <a href="/" aria-current={here("/")}>
            {w.drafts}
          </a>
        </nav>
        <div class="right">
          <button class="icon" type="button" aria-label={w.theme} onClick={toggleTheme}>
            <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="5.5" />
              <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor" />
            </svg>
          </button>
          <span class="small">{session.value?.name}</span>
        </div>
      </header>
      {children}
    </div>
  );
}
