import type {ComponentChildren} from "preact";
import {deskLocales} from "../../../model/deskLocale.ts";
import {languageName} from "../words/languages.ts";
import {chooseLocale, locale} from "../words/locale.ts";

interface Props {
  readonly title: string;
  readonly says: string;
  readonly children: ComponentChildren;
}

/** What stands before the desk. */
export function Gate({title, says, children}: Props) {
  return (
    <main id="main" class="gate">
      <p class="brand">
        <span>Assay</span>
      </p>
      <h1>{title}</h1>
      <p class="soft">{says}</p>
      {children}
      <p class="languages small">
        {deskLocales.map(one => (
          <button
            key={one}
            class="btn plain sm"
            type="button"
            lang={one}
            aria-pressed={locale.value === one}
            onClick={() => chooseLocale(one)}
          >
            {languageName(one)}
          </button>
        ))}
      </p>
    </main>
  );
}
