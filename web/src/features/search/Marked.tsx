import type { Marked as Text } from "../../worker";

/** A text in which what matches is marked. */
export function Marked({ text, marks }: Text) {
  return (
    <>
      {marks.map(([from, to], place) => (
        <span key={from}>
          {text.slice(marks[place - 1]?.[1] ?? 0, from)}
          <mark className="bg-accent-soft text-accent-ink rounded-xs font-medium">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
