import type {Differences} from "../../../api/judgingShapes.ts";
import {inLocale} from "../../words/locale.ts";

import {words} from "./words.ts";

/** As many as are read at once. */
const first = 12;

/** What differs by number: what turned, then what moved most. */
export function FigureTable({figures}: Pick<Differences, "figures">) {
  const w = inLocale(words);
  if (figures.length === 0) return <p class="soft">{w.noFigure}</p>;
  const loud = Math.max(first, figures.filter(({turned}) => turned).length);
  const others = figures.slice(loud);
  return (
    <>
      <Rows figures={figures.slice(0, loud)} />
      {others.length > 0 && (
        <details class="others">
          <summary>{w.others(others.length)}</summary>
          <Rows figures={others} />
        </details>
      )}
    </>
  );
}

function Rows({figures}: Pick<Differences, "figures">) {
  const w = inLocale(words);
  return (
    <table class="grid">
      <thead>
        <tr>
          <th scope="col">{w.figure}</th>
          <th scope="col" class="num">
            {w.was}
          </th>
          <th scope="col" class="num">
            {w.is}
          </th>
          <th scope="col">
            <span class="away">{w.remark}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({id, name, was, is, turned}) => (
          <tr key={id}>
            <td>
              {name === id ? <span class="mono">{id}</span> : name}
              {name !== id && <span class="id">{id}</span>}
            </td>
            <td class="num">{was ?? "–"}</td>
            <td class="num">{is ?? "–"}</td>
            <td class="small">
              {turned ? (
                <span class="amber">{w.turned}</span>
              ) : was === undefined ? (
                w.fresh
              ) : is === undefined ? (
                w.gone
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
