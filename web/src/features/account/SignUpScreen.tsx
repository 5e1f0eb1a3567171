import { EnterScreen } from "./EnterScreen";

export default function SignUpScreen() {
  return <EnterScreen isNew />;
}
