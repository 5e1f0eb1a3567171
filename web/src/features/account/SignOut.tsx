import { useState } from "react";
import { Button, Dialog } from "../../design";
import { useLife, usePhase, useWaiting } from "../../life/hooks";
import { leave } from "./leaving";
import { t } from "./texts";
import { Unsent } from "./Unsent";

interface Props {
  open: boolean;
  onClose: () => void;
}

/** Asks before the person's data leaves the device, and offers to send what has not been sent. */
export function SignOutDialog({ open, onClose }: Props) {
  const life = useLife();
  const waiting = useWaiting();
  const [busy, setBusy] = useState(false);
  const go = () => {
    setBusy(true);
    void leave(life);
  };
  const actions = (
    <>
      {waiting > 0 && <SendNow />}
      <Button variant={waiting > 0 ? "danger" : "primary"} icon="log-out" busy={busy} onClick={go}>
        {t(waiting > 0 ? "signOutAnyway" : "signOut")}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t("signOutTitle")} actions={actions}>
      <p>{t("signOutText")}</p>
      <Unsent />
    </Dialog>
  );
}

function SendNow() {
  const { sync } = useLife();
  const phase = usePhase();
  const [asked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    sync.nudge();
  };
  return (
    <>
      {asked && (phase === "offline" || phase === "failing") && (
        <p role="alert" className="text-danger-ink w-full text-sm">
          {t("sendFailed")}
        </p>
      )}
      <Button icon="cloud-upload" busy={phase === "syncing"} onClick={send}>
        {t("sendNow")}
      </Button>
    </>
  );
}
