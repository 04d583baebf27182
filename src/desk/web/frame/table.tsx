import type {ComponentChildren} from "preact";

interface Props {
  readonly columns: readonly string[];
  /** Says, for who cannot see it, that the last column holds what can be done. */
  readonly act?: string;
  /** Rows. */
  readonly children: ComponentChildren;
}

/** Rows under the names of their columns; on a phone they stand below each other. */
export function Table({columns, act, children}: Props) {
  return (
    <div class="scroll">
      <table class="grid stack">
        <thead>
          <tr>
            {columns.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {act !== undefined && (
              <th scope="col">
                <span class="away">{act}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
