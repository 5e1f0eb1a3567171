import { CopyButton } from "../../design";
import { t } from "./texts";

interface Props {
  /** What is shown and copied; line breaks are kept. */
  text: string;
  label: string;
}

/** A text to be taken elsewhere. */
export function Copied({ text, label }: Props) {
  return (
    <div className="border-line bg-sunken rounded-control flex items-start gap-2 border p-2">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section tabIndex={0} aria-label={label} className="max-h-60 min-w-0 flex-1 overflow-auto px-1 py-1.5">
        <pre className="font-mono text-sm whitespace-pre">{text}</pre>
      </section>
      <CopyButton text={text}>{t("copy")}</CopyButton>
    </div>
  );
}
