import type { components } from "../../api/schema";

type Schemas = components["schemas"];
export type ShownCard = Schemas["ShownCard"];
export type ShownMessage = Schemas["ShownMessage"];

/** What a turn tells while it goes on. */
export type TurnEvent =
  | { type: "began"; conversation_id: string; message_id: string; reply_id: string }
  | { type: "prompted"; tokens: number; budget: number }
  | { type: "said"; text: string }
  | { type: "anew"; reason: string }
  | { type: "acted"; card: ShownCard }
  | { type: "ended"; message: ShownMessage; title: string };

const DATA = "data: ";

/** The events of a stream of Server-Sent Events, as they come. */
export async function* eventsOf(stream: ReadableStream<BufferSource>): AsyncGenerator<TurnEvent> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith(DATA)) yield JSON.parse(line.slice(DATA.length)) as TurnEvent; // as the server documents it
    }
  }
}
