import type { ComponentType } from "react";
import type { IconName } from "../../design";
import { AboutPage } from "./about/AboutPage";
import { AnywherePage } from "./anywhere/AnywherePage";
import { DataPage } from "./data/DataPage";
import { DevicesPage } from "./devices/DevicesPage";
import { InvitationsPage } from "./invitations/InvitationsPage";
import { KeysPage } from "./keys/KeysPage";
import { LockPage } from "./lock/LockPage";
import { ModelsPage } from "./models/ModelsPage";
import { PrivacyPage } from "./privacy/PrivacyPage";
import { ProfilePage } from "./profile/ProfilePage";
import type { t } from "./texts";
import { UnderstandingPage } from "./understanding/UnderstandingPage";

interface SettingsPage {
  /** The last part of its address. */
  name: Parameters<typeof t>[0];
  icon: IconName;
  Content: ComponentType;
}

export const PAGES = [
  { name: "profile", icon: "user", Content: ProfilePage },
  { name: "understanding", icon: "sparkles", Content: UnderstandingPage },
  { name: "models", icon: "bot", Content: ModelsPage },
  { name: "anywhere", icon: "send", Content: AnywherePage },
  { name: "lock", icon: "lock", Content: LockPage },
  { name: "devices", icon: "laptop", Content: DevicesPage },
  { name: "keys", icon: "key-round", Content: KeysPage },
  { name: "invitations", icon: "user-plus", Content: InvitationsPage },
  { name: "data", icon: "download", Content: DataPage },
  { name: "privacy", icon: "shield-check", Content: PrivacyPage },
  { name: "about", icon: "info", Content: AboutPage },
] as const satisfies readonly SettingsPage[];
