import { Chip } from "../../design";
import { t } from "./texts";

const EXAMPLES = ["example.week", "example.plan", "example.next", "example.ask"] as const;

/** What one may say, for somebody who has not begun. */
export function Welcome({ onChoose }: { onChoose: (text: string) => void }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted text-lg text-pretty">{t("what")}</p>
      <div className="flex flex-wrap gap-1.5">
        {EXAMPLES.map((example) => (
          <Chip key={example} onPress={() => onChoose(t(example))}>
            {t(example)}
          </Chip>
        ))}
      </div>
    </div>
  );
}
