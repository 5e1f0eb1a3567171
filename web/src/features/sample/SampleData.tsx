import { lazy, Suspense } from "react";

const SampleSwitch = lazy(() => import("./SampleSwitch"));

/** A button that adds the sample data, or removes it where it is there. */
export function SampleData() {
  return (
    <Suspense fallback={null}>
      <SampleSwitch />
    </Suspense>
  );
}
