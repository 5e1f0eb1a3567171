import { type ComponentType, type ReactNode, useEffect, useState } from "react";

/** A component whose code is fetched when it is first drawn, or `ahead` of that: then it is drawn at once. */
type Fetched<P> = ComponentType<P> & { ahead: () => Promise<void> };

/**
 * What `load` has as its default, with something in its place until it is there. The nearest boundary tells a failure.
 *
 * Not React's `lazy`: what comes after a fallback it holds back for .3 s, also where the code is at hand.
 */
export function fetched<P extends object>(load: () => Promise<{ default: ComponentType<P> }>, meanwhile: ReactNode = null): Fetched<P> {
  let Found: ComponentType<P> | undefined;
  const ahead = async (): Promise<void> => {
    Found ??= (await load()).default;
  };
  function Awaited(props: P) {
    const [isHere, draw] = useState(Found !== undefined);
    useEffect(() => {
      const raise = (error: unknown): void =>
        draw(() => {
          throw error;
        });
      if (!isHere) void ahead().then(() => draw(true), raise);
    }, []);
    return isHere && Found ? <Found {...props} /> : meanwhile;
  }
  return Object.assign(Awaited, { ahead });
}
