import { texts } from "../../../i18n";

export const t = texts("settings.invitations", {
  intro: "Others who use this SelfOS have accounts and spaces of their own: they see nothing of yours, and you nothing of theirs.",
  owners: "Only the owner invites",
  ownersHint: "Ask whoever set up this SelfOS to invite somebody.",
  invite: "Invite somebody",
  note: "Who it is for",
  noteHint: "For you alone, so that you can tell invitations apart",
  make: "Make an invitation",
  code: "Invitation",
  codeHint: "Give them this code. They use it at {address}. It is good once, for seven days, and shown now only.",
  open: "Invitations",
  none: "None are open.",
  nameless: "Without a note",
  used: "Used",
  facts: "Made {made} · good until {until}",
  revoke: "Revoke the invitation {note}",
  revoked: "The invitation was revoked",
});
