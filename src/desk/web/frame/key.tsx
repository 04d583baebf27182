/** A key that does what the words beside it say; for the eye alone. */
export const Key = ({of}: {readonly of: string}) => (
  <span class="key" aria-hidden="true">
    <kbd>{of}</kbd>
  </span>
);
