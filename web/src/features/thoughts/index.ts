export { addressOf as thoughtsAddress } from "./filter";
export { nameOf, type Thought } from "./thought";
export { ThoughtRow } from "./ThoughtRow";
