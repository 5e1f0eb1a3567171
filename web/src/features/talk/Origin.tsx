import { useState } from "react";
import { Dialog, IconButton } from "../../design";
import { formatMoment, formatNumber } from "../../i18n/dates";
import type { Message } from "./talk";
import { t } from "./texts";

/** How a reply came about: who wrote it, and what went into it. */
export function Origin({ reply }: { reply: Message }) {
  const [open, setOpen] = useState(false);
  const { found_by, portions, created_at } = reply;
  return (
    <>
      <IconButton icon="info" label={t("origin")} onClick={() => setOpen(true)} />
      <Dialog open={open} onClose={() => setOpen(false)} title={t("origin")}>
        <p>{t(found_by === "built-in" ? "byEngine" : "byModel", { model: found_by ?? "", at: formatMoment(created_at) })}</p>
        {portions.length > 0 && (
          <table className="w-full text-sm">
            <caption className="text-muted pb-1 text-left">{t("portions")}</caption>
            <tbody>
              {portions.map(({ name, tokens, items }) => (
                <tr key={name} className="border-line border-t">
                  <th scope="row" className="py-1 text-left font-normal">{name}</th>
                  <td className="text-right tabular-nums">{formatNumber(items)}</td>
                  <td className="text-right tabular-nums">{t("tokens", { count: tokens })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Dialog>
    </>
  );
}
