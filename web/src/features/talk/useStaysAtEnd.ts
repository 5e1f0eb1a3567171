import { useEffect, useRef } from "react";
import { scroller } from "../../browser/scroller";

/** Pixels from the end within which somebody reads what comes. */
const NEAR = 160;

/** Keeps the end of the page in sight while it grows, unless the person has gone up to read. */
export function useStaysAtEnd(grown: unknown[]): void {
  const follows = useRef(true);
  useEffect(() => {
    const scrolled = () => {
      const { scrollHeight, scrollTop, clientHeight } = scroller();
      follows.current = scrollHeight - scrollTop - clientHeight < NEAR;
    };
    addEventListener("scroll", scrolled, { capture: true, passive: true });
    return () => removeEventListener("scroll", scrolled, { capture: true });
  }, []);
  useEffect(() => {
    if (follows.current) scroller().scrollTop = scroller().scrollHeight;
  }, grown);
}
