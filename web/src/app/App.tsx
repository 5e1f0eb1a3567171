import { Redirect, Route, Switch, useLocation } from "wouter";
import { welcome } from "../features/account";
import { useLocale } from "../i18n/language";
import { NotFound } from "./NotFound";
import { BARE } from "./places";
import { routes } from "./routes";
import { ScreenBoundary } from "./ScreenBoundary";
import { Shell } from "./shell/Shell";
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
        <Switch>
          {routes.map((route) => (
            <Route key={route.path} path={route.path} component={route.screen} />
          ))}
          <Route component={NotFound} />
        </Switch>
      </ScreenBoundary>
    </Shell>
  );
}
