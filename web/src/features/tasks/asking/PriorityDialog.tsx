import type { KeyboardEvent } from "react";
import { Button, Dialog } from "../../../design";
import { priorityName } from "../../../i18n/words";
import { t } from "./texts";

interface Props {
  title: string;
  value?: number | null | undefined;
  onPick: (level: number | null) => void;
  onClose: () => void;
}

const LEVELS = [1, 2, 3, 4, 5];

/** One press: a level by its button or its digit, 0 for none. */
export function PriorityDialog({ title, value, onPick, onClose }: Props) {
  const pick = (level: number | null) => {
    onClose();
    onPick(level);
  };
  const press = ({ key }: KeyboardEvent) => /^[0-5]$/.test(key) && pick(Number(key) || null);
  return (
    <Dialog open title={title} onClose={onClose}>
      <div className="flex flex-col gap-2">
        {LEVELS.map((level) => (
          <Button key={level} onKeyDown={press} aria-pressed={level === value} variant={level === value ? "primary" : "plain"} onClick={() => pick(level)}>
            {t("level", { level, name: priorityName(level) })}
          </Button>
        ))}
        <Button onKeyDown={press} onClick={() => pick(null)} variant="quiet">
          {t("noPriority")}
        </Button>
      </div>
    </Dialog>
  );
}
