import type {Anchor} from "../../../api/reviewShapes.ts";
import {placesOfAnchor} from "../../../services/anchor.ts";
import type {Passage} from "../room.ts";

/**
 * A passage with as much of what stands around it as it takes to be the only one.
 *
 * @example anchorOf("a b a c", {from: 4, to: 5}) // {"before": "a b ", "quote": "a", "after": " c"}
 */
export function anchorOf(text: string, {from, to}: Passage): Anchor {
  const around = (size: number): Anchor => ({
    before: text.slice(Math.max(0, from - size), from),
    quote: text.slice(from, to),
    after: text.slice(to, to + size),
  });
  for (const size of [32, 128]) {
    const anchor = around(size);
    if (isWhole(anchor) && placesOfAnchor(text, anchor).length === 1) return anchor;
  }
  return around(500);
}

/** No pair of surrogates is cut in two. */
const isWhole = ({before, after}: Anchor) => before.isWellFormed() && after.isWellFormed();
