export { CaptureForm } from "./CaptureForm";
export { lineOf } from "./line";
export { partName, partTone } from "./naming";
export { closeCapture, openCapture, useCaptureOpen } from "./open";
export { kept, type Part, partsOf } from "./parts";
export { taskOf } from "./saving";
export { type Saved, useCapture } from "./useCapture";
export { usePreview } from "./usePreview";
