import { useEffect, useRef } from "react";
import { scroller } from "../../browser/scroller";

/** Pixels from the end within which somebody reads what comes. */
const NEAR = 160;

/** Keeps the end of the page in sight while it grows, until the person goes up to read; `said` brings them back to it. */
export function useStaysAtEnd(said: unknown, grown: unknown[]): void {
  const follows = useRef(true);
  const top = useRef(0);
  useEffect(() => {
    const scrolled = () => {
      const { scrollHeight, scrollTop, clientHeight } = scroller();
      if (scrollHeight - scrollTop - clientHeight < NEAR) follows.current = true;
      else if (scrollTop < top.current) follows.current = false;
      top.current = scrollTop;
    };
    addEventListener("scroll", scrolled, { capture: true, passive: true });
    return () => removeEventListener("scroll", scrolled, { capture: true });
  }, []);
  useEffect(() => {
    follows.current = true;
  }, [said]);
  useEffect(() => {
    if (follows.current) scroller().scrollTop = scroller().scrollHeight;
  }, [said, ...grown]);
}
