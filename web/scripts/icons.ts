import { writeFileSync } from "node:fs";
import { sprite } from "./sprite.ts";

writeFileSync(new URL("../src/design/icons.svg", import.meta.url), sprite());
