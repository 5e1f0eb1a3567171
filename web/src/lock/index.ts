export { type AppLock, lockNow, useLock } from "./context";
export { LockGate } from "./LockGate";
