import { formatMoment } from "../../i18n/dates";
import { t } from "./texts";

/** What the person said. */
export function Question({ text, at }: { text: string; at?: string }) {
  return (
    <div className="flex flex-col items-end">
      <p title={at && formatMoment(at)} className="bg-accent-soft rounded-panel max-w-[85%] px-4 py-2.5 break-words whitespace-pre-wrap">
        <span className="sr-only">{`${t("you")}: `}</span>
        {text}
      </p>
    </div>
  );
}
