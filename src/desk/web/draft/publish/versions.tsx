import type {Publications} from "../../../api/publicationShapes.ts";
import type {DraftSummary} from "../../../api/shapes.ts";
import {inUtc} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {inEights} from "../approve/approval.ts";
import {Told} from "./told.tsx";
import {words} from "./words.ts";

/** Each version that left the house, the newest first; the old ones stay readable. */
export function Versions({
  releases,
  draft,
}: {
  readonly releases: Publications["releases"];
  readonly draft: DraftSummary;
}) {
  const w = inLocale(words);
  return (
    <section class="sec">
      <header>
        <h3>{w.versions}</h3>
      </header>
      <ol class="versions">
        {releases.toReversed().map(release => {
          const {version, kind, revision, at, by, digest, reason} = release;
          const file = `/api/drafts/${draft.id}/releases/${version}`;
          return (
            <li key={version}>
              <h4>
                {w.version(version)} <span class="soft">{w.kinds[kind]}</span>
              </h4>
              <p class="small soft">{w.versionOf(revision, by, inUtc(at))}</p>
              {(kind === "corrected" || kind === "retracted") && (
                <Told
                  correction={{...release, kind, reason: reason ?? ""}}
                  language={draft.locale}
                  at={at}
                />
              )}
              {kind !== "retracted" && reason !== undefined && (
                <p>
                  {w.reason}: {reason}
                </p>
              )}
              <p>
                <a class="text" href={`${file}/note.html`} target="_blank" rel="noopener">
                  {w.readVersion}
                  <span class="away"> {version}</span>
                </a>{" "}
                ·{" "}
                <a class="text" href={`${file}/note.pdf`} target="_blank" rel="noopener">
                  PDF<span class="away"> {version}</span>
                </a>{" "}
                ·{" "}
                <a class="text" href={`${file}/evidence.json`} target="_blank" rel="noopener">
                  {w.evidence}
                  <span class="away"> {version}</span>
                </a>
              </p>
              <p class="mono soft">{inEights(digest, 24)}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
