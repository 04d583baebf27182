import type {Signal} from "@preact/signals";
import {useId} from "preact/hooks";

/** A field for some sentences. */
export function Area({
  label,
  hint,
  value,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Signal<string>;
}) {
  const id = useId();
  return (
    <div class="area">
      <label for={id}>
        {label} {hint && <span class="small soft">{hint}</span>}
      </label>
      <textarea
        id={id}
        maxLength={2000}
        required
        value={value.value}
        onInput={({currentTarget}) => {
          value.value = currentTarget.value;
        }}
      />
    </div>
  );
}
