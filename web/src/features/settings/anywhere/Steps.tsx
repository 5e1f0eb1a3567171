import { t } from "./texts";

/** What to do, one after the other. */
export function Steps({ of: steps }: { of: readonly Parameters<typeof t>[0][] }) {
  return (
    <ol className="marker:text-muted flex list-decimal flex-col gap-1.5 pl-6">
      {steps.map((step) => (
        <li key={step}>{t(step)}</li>
      ))}
    </ol>
  );
}
