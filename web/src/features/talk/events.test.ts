import { expect, test } from "vitest";
import { eventsOf, type TurnEvent } from "./events";

async function told(...chunks: string[]): Promise<TurnEvent[]> {
  const stream = new ReadableStream<BufferSource>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
  const events: TurnEvent[] = [];
  for await (const event of eventsOf(stream)) events.push(event);
  return events;
}

test("events are read wherever the line is cut", async () => {
  const text = 'event: said\ndata: {"type":"said","text":"é"}\n\nevent: said\ndata: {"type":"said","text":"b"}\n\n';
  const events = [{ type: "said", text: "é" }, { type: "said", text: "b" }];
  expect(await told(text)).toEqual(events);
  expect(await told(...Array.from(text))).toEqual(events);
});

test("what is cut off in the middle of an event is left", async () => {
  expect(await told('data: {"type":"said","text":"a"}\n\ndata: {"type":"sa')).toEqual([{ type: "said", text: "a" }]);
});
