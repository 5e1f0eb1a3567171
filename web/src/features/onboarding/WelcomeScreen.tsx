import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { Button, fetched, Page, Skeleton } from "../../design";
import { useSession, welcome } from "../account";
import { AccountStep } from "./AccountStep";
import { type Progress, STEPS, type Step, useProgress } from "./progress";
import { t } from "./texts";

const CaptureStep = fetched(() => import("./CaptureStep"), <Skeleton />);
const UnderstoodStep = fetched(() => import("./UnderstoodStep"), <Skeleton />);

/** From nothing to the first thought and what was found in it, in three steps; each can be skipped. */
export default function WelcomeScreen() {
  const { progress, go } = useProgress();
  const session = useSession();
  const [, move] = useLocation();
  const leave = () => {
    welcome.choose("past");
    move("/");
  };
  const skip = (
    <Button variant="quiet" onClick={leave}>
      {t("skip")}
    </Button>
  );
  if (!progress || session === undefined) return <Skeleton />;
  const step = progress.step === "account" && session ? "capture" : progress.step;
  return (
    <div className="mx-auto max-w-xl">
      <Page title={t("title")}>
        <p className="text-lg text-pretty">{t("what")}</p>
        <StepMarks step={step}>{step !== "understood" && skip}</StepMarks>
        <CurrentStep progress={{ ...progress, step }} go={go} leave={leave} />
      </Page>
    </div>
  );
}

interface Props {
  progress: Progress;
  go: (progress: Progress) => void;
  leave: () => void;
}

function CurrentStep({ progress: { step, saved }, go, leave }: Props) {
  const capture = () => go({ step: "capture" });
  if (step === "account") return <AccountStep onNew={capture} onKnown={leave} />;
  if (step === "capture") return <CaptureStep onDone={(first) => go({ step: "understood", saved: first })} />;
  return saved ? <UnderstoodStep saved={saved} onBack={capture} onDone={leave} /> : null;
}

function StepMarks({ step, children }: { step: Step; children: ReactNode }) {
  const at = STEPS.indexOf(step);
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden="true" className="flex gap-1.5">
        {STEPS.map((one, place) => (
          <span key={one} className={`h-1.5 w-8 rounded-full ${place <= at ? "bg-accent" : "bg-line"}`} />
        ))}
      </div>
      <p className="text-muted flex-1 text-sm">{t("step", { step: at + 1, steps: STEPS.length })}</p>
      {children}
    </div>
  );
}
