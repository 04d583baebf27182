import type {Anchor} from "../../../api/reviewShapes.ts";
import type {Passage} from "../passage.ts";

/** As much beside a passage as tells it from others that look alike. */
const beside = 200;

/**
 * How a passage is named so that it is found again.
 *
 * @example anchorOf("one two", {from: 4, to: 7}) // {"before": "one ", "quote": "two", "after": ""}
 */
export function anchorOf(text: string, {from, to}: Passage): Anchor {
  return {
    before: whole(text.slice(Math.max(0, from - beside), from)),
    quote: text.slice(from, to),
    after: whole(text.slice(to, to + beside)),
  };
}

/** Without half a character at either end. */
const whole = (text: string) => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
