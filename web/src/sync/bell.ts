/** Waits that can be cut short: what rings while nobody waits is heard by the next who does. */
export class Bell {
  private rung = false;
  private wake: () => void = () => undefined;

  ring(): void {
    this.rung = true;
    this.wake();
  }

  /** What rang so far needs no answer any more. */
  hush(): void {
    this.rung = false;
  }

  /** Until it rings, or so many milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.rung) await this.woken(milliseconds);
    this.rung = false;
  }

  private woken(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const FIRST = 1000;
const LONGEST = 60_000;

/** How long to wait after each failure: twice as long as the last time, and not all devices at once. */
export class Backoff {
  private next = FIRST;

  reset(): void {
    this.next = FIRST;
  }

  /** Milliseconds. */
  pause(): number {
    const pause = this.next * (0.75 + Math.random() / 2);
    this.next = Math.min(this.next * 2, LONGEST);
    return pause;
  }
}
