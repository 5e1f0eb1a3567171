export { BringIn } from "./BringIn";
export { Imports } from "./Imports";
export { FORMAT_ICONS, matching, type Source } from "./source";
