export { EnterForm } from "./EnterForm";
export { useSession } from "./session";
export { SignOutDialog } from "./SignOut";
export { welcome } from "./welcome";
