import { formatMoment } from "../../i18n/dates";
import { Attached } from "./Attached";
import { t } from "./texts";

interface Props {
  text: string;
  at?: string;
  /** Ids of the sources that belong to it. */
  attachments?: readonly string[];
}

/** What the person said. */
export function Question({ text, at, attachments }: Props) {
  return (
    <div className="flex flex-col items-end gap-1">
      <p title={at && formatMoment(at)} className="bg-accent-soft rounded-panel max-w-[85%] px-4 py-2.5 break-words whitespace-pre-wrap">
        <span className="sr-only">{`${t("you")}: `}</span>
        {text}
      </p>
      {attachments && <Attached ids={attachments} />}
    </div>
  );
}
