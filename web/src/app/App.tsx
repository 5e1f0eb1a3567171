import { Suspense } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { Spinner } from "../design";
import { welcome } from "../features/account";
import { useLocale } from "../i18n/language";
import { NotFound } from "./NotFound";
import { BARE } from "./places";
import { routes } from "./routes";
import { ScreenBoundary } from "./ScreenBoundary";
import { Shell } from "./shell/Shell";
import { t } from "./texts";
import { useHome } from "./useHome";

/** The app, drawn anew when the language or the zone changes. */
export function App() {
  const locale = useLocale();
  const home = useHome();
  const [path] = useLocation();
  if (!home) return null;
  const bare = BARE.includes(path);
  if (!home.lived && !bare && welcome.get() === "ahead") return <Redirect to="/welcome" replace />;
  return (
    <Shell key={`${locale} ${home.zone}`} bare={bare}>
      <ScreenBoundary key={path}>
        <Suspense fallback={<Loading />}>
          <Switch>
            {routes.map((route) => (
              <Route key={route.path} path={route.path} component={route.screen} />
            ))}
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </ScreenBoundary>
    </Shell>
  );
}

function Loading() {
  return (
    <p className="late p-6">
      <Spinner label={t("loading")} />
    </p>
  );
}
