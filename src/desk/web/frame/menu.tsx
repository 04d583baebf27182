import {useRef} from "preact/hooks";
import {deskLocales} from "../../../model/deskLocale.ts";
import {singleKeys, useSingleKeys} from "../keys.ts";
import {outside} from "../newsroom.ts";
import {may, session, signOut} from "../session/session.ts";
import {useWays} from "../session/ways.ts";
import {readersZone} from "../words/instants.ts";
import {languageName} from "../words/languages.ts";
import {chooseLocale, inLocale, locale} from "../words/locale.ts";
import {roleWords} from "../words/roles.ts";
import {Act} from "./act.tsx";
import {keysOpen} from "./frame.tsx";
import {toggleTheme} from "./theme.ts";
import {words} from "./words.ts";

/** Who is at the page, and what concerns them alone. */
export function Menu() {
  const places = inLocale(words);
  const w = places.menu;
  const ways = useWays();
  const popover = useRef<HTMLDivElement>(null);
  const {value} = session;
  if (!value) return null;
  const close = () => popover.current?.hidePopover();
  return (
    <>
      <button
        class="me-button"
        type="button"
        popovertarget="me"
        aria-label={w.label(value.name)}
        aria-haspopup="dialog"
      >
        <span>{value.name}</span>
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4.5 6.5L8 10l3.5-3.5" />
        </svg>
      </button>
      <div class="menu" id="me" popover="auto" ref={popover}>
        <p>
          <b>{value.name}</b>
          <span class="small soft">
            {[value.email, inLocale(roleWords)[value.role], value.solo && w.alone]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
        <fieldset>
          <legend>{w.language}</legend>
          {deskLocales.map(one => (
            <label key={one} lang={one}>
              <input
                type="radio"
                name="locale"
                checked={locale.value === one}
                onChange={() => chooseLocale(one)}
              />
              {languageName(one)}
            </label>
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            checked={singleKeys.value}
            onChange={({currentTarget}) => useSingleKeys(currentTarget.checked)}
          />
          {w.singleKeys}
        </label>
        <p class="small soft">
          {w.zone} {readersZone}
        </p>
        <div class="ways">
          {may("writer") && (
            <a class="btn plain narrow-only" href="/scan" onClick={close}>
              {places.scan}
            </a>
          )}
          {may("owner") && (
            <a class="btn plain narrow-only" href="/people" onClick={close}>
              {places.people}
            </a>
          )}
          {ways?.demo && outside.value > 0 && (
            <a class="btn plain narrow-only" href="/site/" target="_blank" rel="noopener">
              {places.demoSite}
            </a>
          )}
          <button class="btn plain narrow-only" type="button" onClick={toggleTheme}>
            {places.theme}
          </button>
          <button
            class="btn plain"
            type="button"
            onClick={() => {
              close();
              keysOpen.value = true;
            }}
          >
            {w.keys}
          </button>
          <a class="btn plain" href="/account" onClick={close}>
            {w.account}
          </a>
          <Act says={w.signOut} act={signOut} plain />
        </div>
      </div>
    </>
  );
}
