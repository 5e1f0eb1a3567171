import { Link, useLocation } from "wouter";
import { Page, Panel } from "../../design";
import { usePhase } from "../../life/hooks";
import { EnterForm } from "./EnterForm";
import { useSession } from "./session";
import { t } from "./texts";
import { welcome } from "./welcome";

/** A page for signing up or in, with the way to the other. */
export function EnterScreen({ isNew }: { isNew: boolean }) {
  const [, go] = useLocation();
  const session = useSession();
  const enter = () => {
    welcome.choose("past");
    go("/", { replace: true });
  };
  const wasSignedOut = usePhase() === "signed-out" && Boolean(session);
  return (
    <div className="mx-auto max-w-md">
      <Page title={t(isNew ? "signUpTitle" : "signInTitle")}>
        {isNew && <p className="text-muted">{t("signUpText")}</p>}
        {!isNew && wasSignedOut && <p className="text-muted">{t("againText")}</p>}
        <Panel>
          <EnterForm isNew={isNew} onEntered={enter} />
        </Panel>
        <Link href={isNew ? "/sign-in" : "/sign-up"} className="text-accent-ink self-center py-2 hover:underline">
          {t(isNew ? "toSignIn" : "toSignUp")}
        </Link>
      </Page>
    </div>
  );
}
