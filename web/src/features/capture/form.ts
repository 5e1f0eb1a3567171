/** The form itself, for a screen that shows it in its own place; the dialog is opened by `index.ts`. */
export { CaptureForm } from "./CaptureForm";
export { type Saved, useCapture } from "./useCapture";
/** The parts of the form, for a line that becomes a task where a list of tasks stands. */
export { lineOf } from "./line";
export { partName, partTone } from "./naming";
export { kept, type Part, partsOf } from "./parts";
export { taskOf } from "./saving";
export { usePreview } from "./usePreview";
