import { useEffect, useState } from "react";
import { useLife } from "../../life/hooks";
import { answerOf } from "../../life/server";
import { isReadable } from "./line";
import type { Preview } from "./parts";

const PAUSE = 120;

export interface Read {
  /** The newest answer; it may be of an earlier line, as its `text` says. */
  preview: Preview | undefined;
  /** Whether nobody is there to read the line. */
  unread: boolean;
}

const NOTHING: Read = { preview: undefined, unread: false };

/** What the server understands of a line, a moment after the last key. Answers to earlier lines are dropped. */
export function usePreview(line: string, timezone: string): Read {
  const { api } = useLife();
  const [read, setRead] = useState<Read>(NOTHING);
  useEffect(() => {
    if (!isReadable(line)) return undefined;
    const stopping = new AbortController();
    const timer = setTimeout(async () => {
      const body = { text: line, timezone };
      const asked = await answerOf(
        (server) => server.POST("/api/v1/quick-add/preview", { body, signal: stopping.signal }),
        api,
      );
      if (stopping.signal.aborted) return;
      setRead(({ preview }) => (asked.state === "there" ? { preview: asked.data, unread: false } : { preview, unread: true }));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [api, line, timezone]);
  return isReadable(line) ? read : NOTHING;
}
