import { Button, Icon, IconButton } from "../../design";
import { formatMinutes, formatMoment, relativeDay } from "../../i18n/dates";
import { useThoughtActs } from "./acts";
import { t } from "./texts";
import type { Suggestion } from "./thought";

/** Tasks that were found in a thought, waiting for a yes or no. */
export function Suggestions({ suggestions }: { suggestions: Suggestion[] }) {
  if (suggestions.length === 0) return null;
  return (
    <ul aria-label={t("suggestions")} className="mt-1 flex flex-col gap-1">
      {suggestions.map((suggestion) => (
        <Waiting key={suggestion.id} suggestion={suggestion} />
      ))}
    </ul>
  );
}

function Waiting({ suggestion }: { suggestion: Suggestion }) {
  const { accept, dismiss } = useThoughtActs();
  const { title, due, due_at, duration_minutes } = suggestion;
  const when = due_at ? formatMoment(due_at) : due && relativeDay(due);
  const facts = [when, duration_minutes && formatMinutes(duration_minutes)].filter(Boolean).join(" · ");
  return (
    <li className="bg-accent-soft rounded-control flex flex-wrap items-center gap-x-3 gap-y-1 py-1 pr-1 pl-2.5">
      <span className="flex min-w-0 flex-1 basis-48 items-start gap-2">
        <Icon name="sparkles" className="text-accent-ink mt-1 size-3.5" />
        <span className="min-w-0">
          <span className="sr-only">{`${t("suggestion")}: `}</span>
          {title}
          {facts && <span className="text-muted ml-2 text-sm">{facts}</span>}
        </span>
      </span>
      <span className="ml-auto flex items-center">
        <Button variant="quiet" icon="check" aria-label={t("acceptOf", { title })} onClick={() => void accept(suggestion)}>
          {t("accept")}
        </Button>
        <IconButton icon="x" label={t("dismissOf", { title })} onClick={() => void dismiss(suggestion)} />
      </span>
    </li>
  );
}
