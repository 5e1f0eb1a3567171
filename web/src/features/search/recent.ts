import { useLife, useLive } from "../../life/hooks";

const KEY = "searches";
const MOST = 8;
const NONE: string[] = [];

/** What was looked for lately; it lies beside the records, and is sealed and wiped with them. */
export function useRecent(): { recent: string[]; keep: (text: string) => void; forget: () => void } {
  const { device } = useLife();
  const recent = useLive(() => device.get<string[]>(KEY), [device]) ?? NONE;
  return {
    recent,
    keep: (text) => {
      const given = text.trim();
      if (given) void device.set(KEY, [given, ...recent.filter((one) => one !== given)].slice(0, MOST));
    },
    forget: () => void device.unset(KEY),
  };
}
