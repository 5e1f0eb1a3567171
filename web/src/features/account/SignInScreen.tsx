import { EnterScreen } from "./EnterScreen";

export default function SignInScreen() {
  return <EnterScreen isNew={false} />;
}
