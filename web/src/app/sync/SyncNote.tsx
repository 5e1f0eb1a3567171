import { Link } from "wouter";
import { Button, Icon, type IconName, Progress } from "../../design";
import { t } from "./texts";
import { calm, type Sync, type SyncFacts, type SyncState } from "./state";

const ICONS: Record<SyncState, IconName> = {
  settled: "cloud",
  sending: "cloud-upload",
  offline: "cloud-off",
  failing: "cloud-off",
  filling: "download",
  refused: "triangle-alert",
  "signed-out": "log-in",
  unknown: "cloud-off",
};
const TONES: Partial<Record<SyncState, string>> = { refused: "danger", "signed-out": "warning", failing: "warning" };

interface Props {
  sync: Sync;
  onRefused: () => void;
  /** Nothing where all is well. */
  quiet?: boolean;
}

/** How the device stands with the server, and what the person can do about it. */
export function SyncNote({ sync: { state, ...facts }, onRefused, quiet = false }: Props) {
  return (
    <output className="block">
      {!(quiet && calm.has(state)) && (
        <div data-tone={TONES[state] ?? "plain"} className="flex min-h-9 flex-wrap items-center gap-x-2 px-3 py-1 text-sm text-(--tone)">
          <Icon name={ICONS[state]} />
          <Words state={state} {...facts} />
          {state === "refused" && (
            <Button variant="quiet" onClick={onRefused}>
              {t("look")}
            </Button>
          )}
          {state === "signed-out" && <WayIn to="/sign-in">{t("signIn")}</WayIn>}
          {state === "unknown" && <WayIn to="/sign-up">{t("signUp")}</WayIn>}
        </div>
      )}
    </output>
  );
}

function WayIn({ to, children }: { to: string; children: string }) {
  return (
    <Link href={to} className="font-semibold underline">
      {children}
    </Link>
  );
}

function Words({ state, waiting, refused, filling }: Omit<SyncFacts, "known"> & { state: SyncState }) {
  const isAway = state === "offline" || state === "failing";
  return (
    <div className="min-w-28 flex-1">
      {t(`sync.${state}`, { count: state === "refused" ? refused : waiting })}
      {isAway && waiting > 0 && ` · ${t("waiting", { count: waiting })}`}
      {state === "filling" && <Progress label={t("sync.filling")} value={filling ?? 0} />}
    </div>
  );
}
