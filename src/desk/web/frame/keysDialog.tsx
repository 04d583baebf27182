import {type Binding, bindings, singleKeys} from "../keys.ts";
import {inLocale} from "../words/locale.ts";
import {Dialog} from "./dialog.tsx";
import {words} from "./words.ts";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
const names: Readonly<Record<string, string>> = {
  Enter: "↵",
  Escape: "esc",
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** As it is printed on a keyboard. */
function Key({of}: {readonly of: string}) {
  const parts = of === "+" ? [of] : of.split("+");
  return (
    <>
      {parts.map(part => (
        <kbd key={part}>{part === "mod" ? (isMac ? "⌘" : "ctrl") : (names[part] ?? part)}</kbd>
      ))}
    </>
  );
}

/** What each key does on the screen that is shown. */
export function KeysDialog({onClose}: {readonly onClose: () => void}) {
  const w = inLocale(words).keysList;
  const listed = bindings.value.flat().filter(({says}) => says !== undefined);
  return (
    <Dialog about={w.about} title={w.title} onClose={onClose} narrow>
      <div class="part">
        {!singleKeys.value && <p class="amber">{w.off}</p>}
        <dl class="keylist">
          {grouped(listed).map(({says, keys}) => (
            <div key={says}>
              <dt>
                {keys.map(key => (
                  <span key={key}>
                    <Key of={key} />
                  </span>
                ))}
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </div>
      <footer>
        <span />
        <button class="btn" type="button" onClick={onClose}>
          {w.close}
        </button>
      </footer>
    </Dialog>
  );
}

/** Keys that do the same stand together. */
function grouped(list: readonly Binding[]) {
  const bySays = Map.groupBy(list, ({says}) => says ?? "");
  return [...bySays].map(([says, ones]) => ({says, keys: [...new Set(ones.map(({key}) => key))]}));
}
