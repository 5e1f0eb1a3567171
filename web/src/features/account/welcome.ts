import { preference } from "../../browser/preference";

/** Whether the person has gone past the welcome; before that an empty device begins with it. */
export const welcome = preference("welcome", ["ahead", "past"]);
