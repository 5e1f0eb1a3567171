import type { Act } from "./act";

/** Hears of each act as it is done; of null where one could not be stored, so that what was drawn of it is wrong. */
type Hearing = (act: Act | null) => void;

/** Acts on their way into storage. A person sees them at once, and is told that they are done once they are stored. */
export class Entering {
  private acts: readonly Act[] = [];
  private readonly hearers = new Set<Hearing>();

  /** In the order in which they were done. */
  now(): readonly Act[] {
    return this.acts;
  }

  hear(hearing: Hearing): () => void {
    this.hearers.add(hearing);
    return () => this.hearers.delete(hearing);
  }

  /** Show it while it is being stored. Raises what storing raises. */
  async store(act: Act, storing: () => Promise<unknown>): Promise<void> {
    this.acts = [...this.acts, act];
    this.tell(act);
    try {
      await storing();
    } catch (error) {
      this.leave(act);
      this.tell(null);
      throw error;
    }
    this.leave(act);
  }

  private leave(act: Act): void {
    this.acts = this.acts.filter((one) => one !== act);
  }

  private tell(act: Act | null): void {
    for (const hearing of this.hearers) hearing(act);
  }
}
