import type {Publication} from "../../../api/publicationShapes.ts";
import {inLocale} from "../../words/locale.ts";
import {piecesBetween} from "../changes/diff.ts";
import {Pieces} from "../changes/pieces.tsx";
import {words} from "./words.ts";

/** So many are shown at once. */
const most = 20;

/** What a reader sees otherwise than it was approved. */
export function Differences({
  differences,
}: {
  readonly differences: NonNullable<Publication["differences"]>;
}) {
  const w = inLocale(words);
  return (
    <details class="differences" open>
      <summary>{w.differences(differences.length)}</summary>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.approvedThere}</th>
            <th scope="col">{w.foundThere}</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, most).map(({what, approved, found}, i) => (
            <tr key={`${i}`}>
              <th scope="row">{w.differenceIn[what]}</th>
              <td>{approved || <span class="soft">{w.notThere}</span>}</td>
              <td>
                {found === "" ? (
                  <span class="soft">{w.notThere}</span>
                ) : approved === "" ? (
                  found
                ) : (
                  <Pieces pieces={piecesBetween(approved, found)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length > most && (
        <p class="small soft below">{w.moreDifferences(differences.length - most)}</p>
      )}
    </details>
  );
}
