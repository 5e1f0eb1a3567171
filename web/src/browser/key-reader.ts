/** What is read of a key press. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  timeStamp: number;
}

/** When a key does what it does: `inText` also while the person writes, `everywhere` also in a dialog or a menu. */
export interface Holding {
  keys: string;
  inText?: boolean;
  everywhere?: boolean;
}

/** How long the first key of two waits for the second. */
const PATIENCE = 1500;

/** Finds the binding that is pressed, also one of two keys after each other. */
export class KeyReader {
  private first = "";
  private until = 0;

  read<B extends { keys: string }>(press: Press, bindings: readonly B[]): B | undefined {
    const now = nameOf(press);
    if (!now) return undefined;
    const both = press.timeStamp <= this.until ? `${this.first} ${now}` : now;
    const found = bindings.find(({ keys }) => keys === both) ?? bindings.find(({ keys }) => keys === now);
    const begins = !found && bindings.some(({ keys }) => keys.startsWith(`${now} `));
    this.first = now;
    this.until = begins ? press.timeStamp + PATIENCE : 0;
    return found;
  }
}

/** Whether a binding holds where the key is pressed; `singles`: keys without Ctrl or ⌘ are switched on. */
export function isHeard({ keys, inText, everywhere }: Holding, place: "page" | "text" | "dialog", singles: boolean): boolean {
  if (everywhere) return true;
  if (place === "text") return inText ?? false;
  return place === "page" && (singles || keys.startsWith("Mod+"));
}

function nameOf({ key, ctrlKey, metaKey, altKey }: Press): string | undefined {
  if (altKey || ["Control", "Meta", "Shift", "Alt", "AltGraph"].includes(key)) return undefined;
  return ctrlKey || metaKey ? `Mod+${key}` : key;
}
