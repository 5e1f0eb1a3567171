export { SampleData } from "./SampleData";
export { SAMPLE } from "./tag";
