import {hoverTooltip} from "@codemirror/view";
import {inLocale} from "../../words/locale.ts";
import {faultAt, standingAt} from "./marks.ts";
import {words} from "./words.ts";

/** What the check says of the words that are pointed at. */
export const hover = hoverTooltip(
  (view, at) => {
    const fault = faultAt(view.state, at);
    const mark = standingAt(view.state, at);
    const place = fault ?? mark;
    if (!place) return null;
    const says = fault?.fault.reason ?? (mark && inLocale(words).standing[mark.standing]) ?? "";
    return {
      pos: place.from,
      end: place.to,
      above: true,
      create() {
        const dom = document.createElement("div");
        dom.className = "says";
        dom.textContent = says;
        return {dom};
      },
    };
  },
  {hoverTime: 400, hideOnChange: true},
);
