import { useRef, useState } from "react";
import { useLife } from "../../life/hooks";
import { NotSaid, type Say, turnAt } from "./asking";
import { after, begun, type Turn } from "./turn";

export interface Talking {
  turn: Turn | null;
  /** Why the last message could not be sent. */
  problem: string | null;
  /** Says something; false where it could not be sent. */
  say: (said: Say) => Promise<boolean>;
  /** Answers once more, in the place of a reply. */
  regenerate: (reply: string) => void;
  /** Joins a turn that goes on already. */
  join: (reply: string) => void;
  stop: () => void;
}

/** The turns of a conversation as they are streamed; a new one tells its id to `onBegun`. */
export function useTurn(conversation: string | undefined, onBegun: (conversation: string) => void): Talking {
  const { fetching, api } = useLife();
  const [turn, setTurn] = useState<Turn | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<Turn | null>(null);

  const show = (next: Turn | null) => setTurn((running.current = next));
  const run = async (path: string, said?: Say): Promise<boolean> => {
    setProblem(null);
    show(begun(said?.message ?? null));
    try {
      for await (const event of turnAt(fetching, path, said)) {
        show(after(running.current ?? begun(null), event));
        if (event.type === "began") onBegun(event.conversation_id);
      }
    } catch (error) {
      // a line that is cut ends nothing: the turn goes on at the server, and its end is pulled
      if (error instanceof NotSaid) setProblem(error.message);
    }
    const wasSaid = Boolean(running.current?.reply);
    if (!running.current?.isOver) show(null);
    return wasSaid;
  };

  return {
    turn,
    problem,
    say: (said) => run(conversation ? `/api/v1/conversations/${conversation}/messages` : "/api/v1/conversations", said),
    regenerate: (reply) => void run(`/api/v1/messages/${reply}/regenerate`),
    join: (reply) => void run(`/api/v1/messages/${reply}/turn`),
    stop: () => {
      const id = running.current?.reply;
      if (id) void api.POST("/api/v1/messages/{id}/cancel", { params: { path: { id } } });
    },
  };
}
