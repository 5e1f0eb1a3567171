export { KIND_ICONS } from "./icons";
