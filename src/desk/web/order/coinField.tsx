import {useEffect, useId, useState} from "preact/hooks";
import type {z} from "zod";
import type {coinsSchema} from "../../api/choicesShapes.ts";
import {askJson, Refused} from "../api.ts";
import {inLocale} from "../words/locale.ts";
import {refusalInWords} from "../words/refusals.ts";
import {words} from "./words.ts";

type Coins = z.output<typeof coinsSchema>;
type Coin = Coins["coins"][number];

interface Props {
  readonly value: string;
  /** The data set that the note is made from. */
  readonly data: string | undefined;
  readonly asOf: string | undefined;
  readonly wrong: string | undefined;
  readonly onValue: (coin: string) => void;
}

/** A coin by its name, symbol or id: what the desk knows is offered, and an id may be typed as it is. */
export function CoinField({value, data, asOf, wrong, onValue}: Props) {
  const w = inLocale(words);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const found = useCoins(value, open, data, asOf);
  const coins = found?.coins ?? [];
  const shown = open && value.trim() !== "" && coins.length > 0;

  const choose = (coin: Coin | undefined) => {
    if (!coin) return;
    onValue(coin.id);
    setOpen(false);
    setAt(-1);
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((at + step + coins.length) % Math.max(coins.length, 1));
    } else if (event.key === "Enter" && shown && at >= 0) {
      event.preventDefault();
      choose(coins[at]);
    } else if (event.key === "Escape" && shown) {
      // Closes the list, and not the dialog.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  }
  const unknown = open && value.trim() !== "" && found !== undefined && coins.length === 0;
  const refusal = wrong ? refusalInWords(wrong) : undefined;
  const says =
    refusal?.text ??
    (unknown
      ? [w.notFound, !found.liveListed && w.mayBeRight].filter(Boolean).join(" ")
      : w.coinHint);
  return (
    <div class={wrong ? "control combo wrong" : "control combo"}>
      <label for={id}>{w.coin}</label>
      <input
        id={id}
        name="coin"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-says`}
        aria-invalid={wrong ? true : undefined}
        autoComplete="off"
        spellcheck={false}
        autofocus
        value={value}
        onInput={({currentTarget}) => {
          onValue(currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div class="options" id={`${id}-list`} role="listbox" aria-label={w.coin} hidden={!shown}>
        {coins.map((coin, nth) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={coin.id}
            id={`${id}-${nth}`}
            role="option"
            tabIndex={-1}
            aria-selected={nth === at}
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(coin)}
          >
            <b>{coin.name}</b> {coin.symbol.toUpperCase()}
            <span class="small soft">
              {coin.id}
              {data !== undefined && !coin.data.includes(data) && ` · ${w.notThere}`}
            </span>
          </div>
        ))}
      </div>
      <p class={wrong ? "small red" : "small soft"} id={`${id}-says`} lang={refusal?.lang}>
        {says}
      </p>
      <span class="away" role="status">
        {shown && w.found(coins.length)}
      </span>
    </div>
  );
}

/** What the desk offers for what is typed; undefined until it answers, and where it cannot say. */
function useCoins(
  typed: string,
  open: boolean,
  data: string | undefined,
  asOf: string | undefined,
): Coins | undefined {
  const [found, setFound] = useState<Coins>();
  const q = typed.trim();
  useEffect(() => {
    if (!open || q === "") return undefined;
    const stop = new AbortController();
    const soon = setTimeout(async () => {
      const query = new URLSearchParams({q, ...(data && {data}), ...(asOf && {asOf})});
      const coins = await askJson<Coins>(`/api/coins?${query}`, {signal: stop.signal}).catch(
        error => {
          if (!(error instanceof Refused)) return undefined;
          return {coins: [], liveListed: false};
        },
      );
      if (!stop.signal.aborted) setFound(coins);
    }, 120);
    return () => {
      clearTimeout(soon);
      stop.abort();
    };
  }, [q, open, data, asOf]);
  return found;
}
