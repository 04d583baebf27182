import {useEffect, useState} from "preact/hooks";

/** Milliseconds without a key, after which nobody is in the middle of a word. */
const rest = 1_000;

let lastKey = 0;
addEventListener(
  "keydown",
  () => {
    lastKey = Date.now();
  },
  true,
);

/**
 * Whether something may open that nobody asked for: it would take the focus, and with it the rest of
 * a word that somebody is typing elsewhere.
 */
export function useAtRest(wanted: boolean): boolean {
  const [opens, setOpens] = useState(false);
  useEffect(() => {
    setOpens(false);
    if (!wanted) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const left = lastKey + rest - Date.now();
      if (left <= 0) setOpens(true);
      else timer = setTimeout(look, left);
    };
    look();
    return () => clearTimeout(timer);
  }, [wanted]);
  return wanted && opens;
}
