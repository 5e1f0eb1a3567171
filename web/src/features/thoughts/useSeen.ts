import { type RefObject, useEffect, useRef } from "react";

const AHEAD = "600px";

/** Calls `then` when the element comes near the visible part of the page; again only after `turn` has changed. */
export function useSeen<E extends Element>(then: () => void, turn: unknown): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const watching = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        watching.disconnect();
        then();
      },
      { rootMargin: AHEAD },
    );
    watching.observe(element.current);
    return () => watching.disconnect();
  }, [turn]);
  return element;
}
