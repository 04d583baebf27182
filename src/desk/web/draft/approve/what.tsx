import type {Revision} from "../../../api/reviewShapes.ts";
import {inUtc, lately} from "../../words/instants.ts";
import {inLocale, locale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {inEights} from "./approval.ts";
import {words} from "./words.ts";

/** Text, data and form, by their digests: the approval covers these and no others. */
export function What({revision}: {readonly revision: Revision}) {
  const w = inLocale(words);
  const {room} = useReview();
  const evidence = room.evidence.value.value;
  const {number, author, at, sha256, text} = revision;
  const size = new Intl.NumberFormat(locale.value, {
    style: "unit",
    unit: "kilobyte",
    maximumFractionDigits: 0,
  }).format(new TextEncoder().encode(text).length / 1000);
  return (
    <section class="part">
      <h3>{w.what}</h3>
      <dl class="kv">
        <dt>{w.text}</dt>
        <dd>
          {w.textOf(number, author, lately(at), size)}
          <br />
          <span class="mono">{inEights(sha256)}</span>
        </dd>
        {evidence && (
          <>
            <dt>{w.data}</dt>
            <dd>
              {w.dataOf(evidence.snapshot.files.length, inUtc(evidence.note.asOf))}
              <br />
              <span class="mono">
                {w.snapshot} {inEights(evidence.snapshot.sha256, 24)}
              </span>
            </dd>
            <dt>{w.form}</dt>
            <dd>
              {evidence.note.template}, {evidence.note.paper.toUpperCase()},{" "}
              {evidence.note.generator}{" "}
              <span class="mono soft">
                {w.style} {inEights(evidence.note.style, 8)}
              </span>
            </dd>
          </>
        )}
      </dl>
      <p class="small soft below">{w.lapses}</p>
    </section>
  );
}
