export { type AppLock, lockNow, useLock } from "./context";
export { askPasskey, newPasskey, NoPasskey, passkeysWork } from "./passkey";
