import type {Change} from "./change.ts";

/** Somebody who watches. */
export interface Following {
  /**
   * What came since, or nothing after so many milliseconds; undefined once nothing more comes: the
   * desk closes, or they were too slow. Whoever comes again with the last number that they have seen
   * goes on from there.
   */
  next(ms: number): Promise<readonly Change[] | undefined>;
  close(): void;
}

/** Whoever has so many changes waiting reads too slowly to be waited for. */
const mostWaiting = 1000;

/** The changes that wait for one who watches. */
export class Follower {
  #waiting: readonly Change[] = [];
  #ended = false;
  #wake = () => {};
  /** What they have seen already is not told again. */
  #after = 0;

  /** Lets go of what came until now. */
  hold(): void {
    this.#waiting = [];
  }

  /** Puts what comes first before what came since it was held. */
  begin(first: readonly Change[], after: number): void {
    this.#after = after;
    this.#waiting = [...first, ...this.#fresh(this.#waiting)];
  }

  add(changes: readonly Change[]): void {
    if (this.#ended) return;
    this.#waiting = [...this.#waiting, ...this.#fresh(changes)];
    if (this.#waiting.length > mostWaiting) this.end();
    else if (this.#waiting.length > 0) this.#wake();
  }

  #fresh = (changes: readonly Change[]) =>
    changes.filter(({seq}) => seq === undefined || seq > this.#after);

  end(): void {
    this.#ended = true;
    this.#waiting = [];
    this.#wake();
  }

  async next(ms: number): Promise<readonly Change[] | undefined> {
    if (this.#waiting.length === 0 && !this.#ended)
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    if (this.#ended) return undefined;
    const changes = this.#waiting;
    this.#waiting = [];
    return changes;
  }
}
