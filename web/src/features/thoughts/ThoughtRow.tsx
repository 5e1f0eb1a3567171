import { memo, type ReactNode, useState } from "react";
import { Link } from "wouter";
import { fetched, Row } from "../../design";
import { useThoughtActs } from "./acts";
import { type RowDoing, rowKeys } from "./keys";
import { nameOf, type Analysis, type Thought } from "./thought";
import { ThoughtMenu } from "./ThoughtMenu";
import { Traits } from "./Traits";

const Asking = fetched(() => import("./Asking"));

export type Asked = "text" | "correction" | null;

/** More than a row shows; the rest of a long text is not drawn. */
const SHOWN = 500;

interface Props {
  thought: Thought;
  /** Dates and amounts that were found in it. */
  analysis?: Analysis | undefined;
  /** Beneath it: what waits for a word about it. */
  children?: ReactNode;
}

/** A thought in any list. Enter opens it; e, x, a and Delete act on it; each can be undone. */
export const ThoughtRow = memo(function ThoughtRow({ thought, analysis, children }: Props) {
  const [asked, ask] = useState<Asked>(null);
  const acts = useThoughtActs();
  const doing: RowDoing = {
    edit: () => ask("text"),
    toggle: () => void acts.setStatus(thought, thought.status === "open" ? "done" : "open"),
    archive: () => void acts.setStatus(thought, "archived"),
    remove: () => void acts.remove(thought),
  };
  return (
    <Row trailing={<ThoughtMenu thought={thought} onAsk={ask} />}>
      <Link
        href={`/thoughts/${thought.id}`}
        data-thought={thought.id}
        onKeyDown={(event) => rowKeys(event, doing)}
        className={`line-clamp-4 rounded-sm whitespace-pre-line hover:underline ${thought.status === "open" ? "" : "text-muted"}`}
      >
        {thought.content.slice(0, SHOWN) || nameOf(thought)}
      </Link>
      <Traits thought={thought} analysis={analysis} />
      {children}
      {asked && (
        <Asking thought={thought} about={asked} onClose={() => ask(null)} />
      )}
    </Row>
  );
});
