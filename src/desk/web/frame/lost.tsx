import {inLocale} from "../words/locale.ts";
import {useTitle} from "./title.ts";
import {words} from "./words.ts";

/** An address that leads nowhere. */
export function Lost() {
  const w = inLocale(words).lost;
  useTitle(w.title);
  return (
    <main id="main" class="wrap">
      <div class="page-head">
        <div>
          <h1>{w.title}</h1>
          <p>{w.says}</p>
        </div>
      </div>
      <a class="text" href="/">
        {w.back}
      </a>
    </main>
  );
}
