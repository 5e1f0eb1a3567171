/** The form itself, for a screen that shows it in its own place; the dialog is opened by `index.ts`. */
export { CaptureForm } from "./CaptureForm";
export { useCapture } from "./useCapture";
