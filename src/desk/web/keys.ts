import {signal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";

/** What a key does on the screen that is shown. */
export interface Binding {
  /** As `event.key` has it; with `mod+` for Ctrl or ⌘, such as `mod+Enter`. */
  readonly key: string;
  /** For the list of keys; none: it is not listed. */
  readonly says?: string;
  readonly act: () => void;
  /** Also while somebody types; only with `mod+`, Escape or a function key. */
  readonly whileTyping?: boolean;
}

const stored = "assay.keys";
/** Whether single keys do anything: who dictates or uses a switch turns them off (WCAG 2.1.4). */
export const singleKeys = signal(localStorage.getItem(stored) !== "off");

export function useSingleKeys(on: boolean): void {
  singleKeys.value = on;
  localStorage.setItem(stored, on ? "on" : "off");
}

/** Those of the parts that are shown, the innermost last. */
export const bindings = signal<readonly (readonly Binding[])[]>([]);

/** The keys of a part of the page, as long as it is shown. `list` is made anew when `given` change. */
export function useKeys(list: () => readonly Binding[], given: readonly unknown[] = []): void {
  const mine = useRef<readonly Binding[]>(undefined);
  // A list that is made anew keeps its place: a dialog that was opened since stays the innermost.
  useEffect(() => {
    const before = mine.current;
    const now = list();
    mine.current = now;
    bindings.value = before
      ? bindings.value.map(one => (one === before ? now : one))
      : [...bindings.value, now];
  }, given);
  useEffect(
    () => () => {
      bindings.value = bindings.value.filter(one => one !== mine.current);
      mine.current = undefined;
    },
    [],
  );
}

const typesIn = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select"));

addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const mod = event.ctrlKey || event.metaKey;
  const pressed = mod ? `mod+${event.key}` : event.key;
  const single = !mod && event.key.length === 1;
  if (single && !singleKeys.value) return;
  const typing = typesIn(event.target);
  // A dialog has its own keys only.
  const inDialog = document.querySelector("dialog:modal") !== null;
  for (const list of bindings.value.toReversed()) {
    const found = list.find(({key}) => key === pressed);
    if (found && (!typing || found.whileTyping)) {
      event.preventDefault();
      found.act();
      return;
    }
    if (inDialog) return;
  }
});
