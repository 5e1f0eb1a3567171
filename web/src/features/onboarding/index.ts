export { SAMPLE } from "./sample/tag";
export { SampleData } from "./SampleData";
export { welcome } from "./welcome";
