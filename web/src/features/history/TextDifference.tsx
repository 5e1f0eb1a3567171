import { diffWordsWithSpace } from "diff";
import { Come, Gone } from "./Marks";
import { shortened } from "./shortened";

/** A long text word by word; what stayed the same is cut short. */
export default function TextDifference({ before, after }: { before: string; after: string }) {
  const parts = diffWordsWithSpace(before, after, { timeout: 500 });
  if (!parts) return <><Gone>{shortened(before, "end")}</Gone><Come>{shortened(after, "end")}</Come></>;
  return (
    <span className="break-words whitespace-pre-wrap">
      {parts.map(({ added, removed, value }, place) => {
        const key = `${place} ${value.slice(0, 20)}`;
        if (added) return <Come key={key}>{value}</Come>;
        if (removed) return <Gone key={key}>{value}</Gone>;
        const at = place === 0 ? "start" : place === parts.length - 1 ? "end" : "middle";
        return <span key={key}>{shortened(value, at)}</span>;
      })}
    </span>
  );
}
