import { Suspense } from "react";
import { Route, Switch, useLocation } from "wouter";
import { Spinner } from "../design";
import { NotFound } from "./NotFound";
import { routes } from "./routes";
import { ScreenBoundary } from "./ScreenBoundary";
import { Shell } from "./shell/Shell";
import { t } from "./texts";

export function App() {
  const [path] = useLocation();
  return (
    <Shell bare={routes.some((route) => route.bare && route.path === path)}>
      <ScreenBoundary key={path}>
        <Suspense fallback={<p className="p-6"><Spinner label={t("loading")} /></p>}>
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
