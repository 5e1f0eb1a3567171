import { useEffect, useRef } from "react";

const AHEAD = "600px";

/** Calls `then` each time the element comes near the visible part of the page. */
export function useSeen<E extends Element>(then: () => void): (element: E | null) => void {
  const latest = useRef(then);
  const watching = useRef<IntersectionObserver>(null);
  useEffect(() => {
    latest.current = then;
  });
  return (element) => {
    watching.current?.disconnect();
    if (!element) return;
    watching.current = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && latest.current(), {
      rootMargin: AHEAD,
    });
    watching.current.observe(element);
  };
}
