import { expect, test } from "vitest";
import { shownShare, surenessOf } from "./confidence";

test.each([
  [1, "certain", 0.99],
  [0.95, "certain", 0.95],
  [0.899, "sure", 0.89],
  [0.7, "likely", 0.7],
  [0.3, "perhaps", 0.3],
])("a confidence of %d is %s", (confidence, word, share) => {
  expect(surenessOf(confidence)).toBe(word);
  expect(shownShare(confidence)).toBe(share);
});
