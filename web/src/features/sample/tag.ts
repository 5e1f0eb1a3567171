/** By this tag sample data is known on every device. */
export const SAMPLE = "sample";
