import { expect, test } from "vitest";
import { Person } from "../../../sync/testing/person";
import { handOver } from "./handing-over";

const KEPT = [
  { name: "Garden", search: "tag=garden" },
  { name: "Soon", search: "due=week&sort=due" },
];

async function filters(person: Person): Promise<string[]> {
  return (await person.view.records({ kind: "saved_filter" })).map(({ name, query }) => `${name}: ${query}`).toSorted();
}

test("filters that were kept on the device become records once, whichever tab begins and however often", async () => {
  const person = new Person();
  await person.device.set("filters", KEPT);
  await Promise.all([handOver(person), handOver(person)]);
  expect(await filters(person)).toEqual(["Garden: tag=garden", "Soon: due=week&sort=due"]);
  expect(await person.device.get("filters")).toBeUndefined();
});

test("what was handed over before the device died is not handed over again, and what was deleted stays so", async () => {
  const person = new Person();
  await person.outbox.act("saved_filters.create", { id: "00000000-0000-7000-8000-00000000000a", name: "Garden", query: "tag=garden" }, "");
  await person.device.set("filters", KEPT);
  await handOver(person);
  expect(await person.waiting()).toHaveLength(2);
  await person.outbox.act("saved_filters.delete", { id: "00000000-0000-7000-8000-00000000000a" }, "");
  await handOver(person);
  expect(await filters(person)).toEqual(["Soon: due=week&sort=due"]);
});
