import { type Arbitrary, array, constant, constantFrom, integer, nat, oneof, record } from "fast-check";
import { isDeepStrictEqual } from "node:util";
import type { ActName } from "./acts";
import { ACTS, Hands } from "./acts";
import { FATES, type Fate } from "./faults";
import { LISTED, type Truth } from "./house";
import { Simulated } from "./simulated";

const DEVICES = 3;
const NEVER = 1_000_000;

interface Step {
  device: number;
  what: ActName | "sync" | "two tabs";
  number: number;
  plan: Fate[];
  /** After so many transactions and writes the device dies. */
  steps: number;
}

interface History {
  page: number;
  before: number;
  steps: Step[];
}

const whats = [...ACTS, ...ACTS, ...Array.from({ length: 10 }, () => "sync" as const), ...Array.from({ length: 6 }, () => "two tabs" as const)];

const step: Arbitrary<Step> = record({
  device: nat({ max: DEVICES - 1 }),
  what: constantFrom(...whats),
  number: nat({ max: 9 }),
  plan: array(constantFrom(...FATES), { maxLength: 5 }),
  steps: oneof({ weight: 3, arbitrary: constant(NEVER) }, { weight: 1, arbitrary: nat({ max: 40 }) }),
});

/** What there was before, how small pages are, and what happens then on three devices of one person. */
export const histories: Arbitrary<History> = record({
  page: integer({ min: 1, max: 25 }),
  before: nat({ max: 5 }),
  steps: array(step, { minLength: 8, maxLength: 24 }),
});

let played = 0;

/** Play it, let all devices meet, and compare what they have with what the server has. */
export async function play(truth: Truth, { page, before, steps }: History): Promise<void> {
  played += 1;
  const since = await truth.newest();
  const hands = new Hands();
  const devices = Array.from({ length: DEVICES }, (_, place) => new Simulated(`device-${played}-${place}`, truth.wire(page)));
  for (const { device, ...what } of [...started(before), ...steps]) {
    const on = devices[device % DEVICES];
    if (on) await happen(on, hands, what);
  }
  await Promise.all(devices.map(({ network }) => network.quiet()));
  await meet(truth, devices);
  nothingTwice(await truth.unitsSince(since), devices);
  await truth.tidy();
  await Promise.all(devices.map((device) => device.forget()));
}

/** One device is in use already. */
function started(before: number): Step[] {
  const fine = { device: 0, number: 0, plan: [], steps: NEVER };
  return [...Array.from({ length: before }, (): Step => ({ ...fine, what: "create" })), { ...fine, what: "sync" }];
}

async function happen(on: Simulated, hands: Hands, { what, number, plan, steps }: Omit<Step, "device">): Promise<void> {
  await on.live(steps, plan, async () => {
    if (what === "sync") return on.sync();
    if (what === "two tabs") return on.syncInTwoTabs();
    const act = await hands.act(on, what, number);
    if (act) on.promises.made(act);
  });
  const broken = await on.promises.broken(on.view);
  if (broken.length > 0) throw new Error(`after ${what}: ${broken.join("; ")}`);
}

/** Everybody syncs until nothing is left to say; the server's own work may bring something in between. */
async function meet(truth: Truth, devices: Simulated[]): Promise<void> {
  let difference = "";
  for (let turn = 0; turn < 30; turn += 1) {
    for (const device of devices) await device.sync();
    if (turn === 0) continue;
    const there = await Promise.all(LISTED.map((kind) => truth.list(kind)));
    difference = (await Promise.all(devices.map((device) => differs(there, device)))).join("");
    if (difference === "") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`they never agree: ${difference}`);
}

async function differs(truth: Map<string, object>[], { view, device }: Simulated): Promise<string> {
  const waiting = await device.db.acts.where("state").anyOf("waiting", "answered").count();
  if (waiting > 0) return `${waiting} acts wait`;
  for (const [place, kind] of LISTED.entries()) {
    const there = truth[place] ?? new Map<string, object>();
    const open = kind === "task_suggestion" ? { open: true } : {};
    const here = new Map((await view.records({ kind, ...open })).map((one) => [one.id, one]));
    for (const id of new Set([...there.keys(), ...here.keys()])) {
      if (!isDeepStrictEqual(here.get(id), there.get(id))) {
        return `${kind} ${id}: here ${JSON.stringify(here.get(id))}, there ${JSON.stringify(there.get(id))}`;
      }
    }
  }
  return "";
}

function nothingTwice(units: string[], devices: Simulated[]): void {
  const once = new Set(units);
  if (once.size < units.length) throw new Error("an act was done twice");
  for (const { promises } of devices) {
    for (const { id, change_id } of promises.acknowledged.values()) {
      if (change_id === id && !once.has(id)) throw new Error(`act ${id} was acknowledged and is lost`);
    }
  }
}
