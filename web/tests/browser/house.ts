import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SELFOS = join(import.meta.dirname, "../../../.venv/bin/selfos");
const PATIENCE = 150_000;

/** A SelfOS of its own for tests: new data, a free port, ended with all its processes. */
export class House {
  private child: ChildProcess | undefined;
  private said = "";

  private constructor(
    readonly data: string,
    readonly port: number,
  ) {}

  static async open(): Promise<House> {
    const house = new House(await mkdtemp(join(tmpdir(), "selfos-web-")), await freePort());
    await house.start();
    return house;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const env = { ...process.env, SELFOS_DATA: this.data, SELFOS_PORT: String(this.port) };
    this.child = spawn(SELFOS, ["start"], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on("data", (text) => (this.said += String(text)));
    await this.answers();
  }

  private async answers(): Promise<void> {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until && this.child?.exitCode === null) {
      const ready = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (ready?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`SelfOS did not start:\n${this.said}`);
  }

  /** End it as an operator would, or as a power cut would. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.child;
    if (!child?.pid || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    process.kill(signal === "SIGKILL" ? -child.pid : child.pid, signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
