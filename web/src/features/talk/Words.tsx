import { Markdown } from "markdown-to-jsx/react";
import { type ComponentProps, useMemo } from "react";
import { Link } from "wouter";
import "./prose.css";

const OPTIONS = {
  disableParsingRawHTML: true,
  disableAutoLink: true,
  forceBlock: true,
  overrides: { a: Inside, img: Nothing },
};
const NO_SOURCES: readonly undefined[] = [];

interface Props {
  text: string;
  /** Where the source that a reply calls [1] is shown, and so on. */
  sources?: readonly (string | undefined)[];
}

/** The words of a reply. Nothing in them can load anything: no pictures, no HTML, and no way out of the house but as plain words. */
export function Words({ text, sources = NO_SOURCES }: Props) {
  const marked = useMemo(() => text.replace(/\[(\d{1,2})\](?!\()/g, (mark, number: string) => linked(mark, sources[Number(number) - 1])), [text, sources]);
  return (
    <div className="prose">
      <Markdown options={OPTIONS}>{marked}</Markdown>
    </div>
  );
}

function linked(mark: string, path: string | undefined): string {
  return path ? `[${mark.slice(1, -1)}](${path})` : mark;
}

function Inside({ href = "", children }: ComponentProps<"a">) {
  if (!href.startsWith("/")) return <span>{children}</span>;
  return (
    <Link href={href} className="text-accent-ink underline underline-offset-2">
      {children}
    </Link>
  );
}

function Nothing() {
  return null;
}
