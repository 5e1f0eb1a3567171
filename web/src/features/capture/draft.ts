import type { Device } from "../../device/device";

export type Mode = "thought" | "task";

/** What was begun and not yet saved. */
export interface Draft {
  text: string;
  mode: Mode;
  /** Understood parts that the person took away: they stay plain words. */
  dropped: string[];
}

export const EMPTY: Draft = { text: "", mode: "thought", dropped: [] };

const KEY = "draft";

type Store = Pick<Device, "get" | "set" | "unset">;

/** Keeps the draft over a reload. While one state is being written the next waits, and only the newest is written. */
export class DraftKeeper {
  private next: Draft | undefined;
  private writing: Promise<void> | undefined;

  constructor(private readonly store: Store) {}

  async read(): Promise<Draft> {
    return (await this.store.get<Draft>(KEY)) ?? EMPTY;
  }

  /** Resolves once this state, or a newer one, is kept. */
  keep(draft: Draft): Promise<void> {
    this.next = draft;
    this.writing ??= this.write().finally(() => (this.writing = undefined));
    return this.writing;
  }

  private async write(): Promise<void> {
    while (this.next) {
      const draft = this.next;
      this.next = undefined;
      await (draft.text ? this.store.set(KEY, draft) : this.store.unset(KEY));
    }
  }
}
