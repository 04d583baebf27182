import {useState} from "preact/hooks";
import {Dialog} from "../frame/dialog.tsx";
import {coinName} from "../runs/coinNames.ts";
import {inLocale} from "../words/locale.ts";
import {OrderedRun} from "./orderedRun.tsx";
import {OrderForm} from "./orderForm.tsx";
import {ordering, type Wish} from "./ordering.ts";
import {words} from "./words.ts";

/** Orders a note, and shows it being made until its draft opens. */
export function OrderDialog({wish}: {readonly wish: Wish}) {
  const w = inLocale(words);
  const [ordered, setOrdered] = useState<{readonly run: string; readonly coin: string}>();
  const [form, setForm] = useState<Wish>(wish);
  const close = () => {
    ordering.value = undefined;
  };
  return (
    <Dialog
      about={ordered ? w.running.about : w.about}
      title={ordered ? w.running.title(coinName(ordered.coin)) : w.title}
      onClose={close}
      narrow
    >
      {ordered ? (
        <OrderedRun
          run={ordered.run}
          onClose={close}
          onAnew={() => {
            setForm({...wish, coin: ordered.coin, now: false});
            setOrdered(undefined);
          }}
        />
      ) : (
        <OrderForm wish={form} onClose={close} onOrdered={setOrdered} />
      )}
    </Dialog>
  );
}
