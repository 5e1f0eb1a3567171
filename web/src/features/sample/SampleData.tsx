import { fetched } from "../../design";

/** A button that adds the sample data, or removes it where it is there. */
export const SampleData = fetched(() => import("./SampleSwitch"));
