import { useEffect, useRef } from "react";
import { Icon, notify } from "../../../design";
import { Copied } from "../Copied";
import { bookmarklet } from "./recipes";
import { t } from "./texts";

/** A link to drag to the bookmarks; pressed here it could do nothing. */
export function Bookmarklet() {
  const link = useRef<HTMLAnchorElement>(null);
  const address = bookmarklet();
  // React refuses to write such an address, for it would run where it is pressed; this one only leaves the page
  useEffect(() => link.current?.setAttribute("href", address), [address]);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t("bookmarkText")}</p>
      {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- its address is set above */}
      <a
        ref={link}
        href="#bookmarklet"
        onClick={(event) => {
          event.preventDefault();
          notify({ text: t("bookmarkDrag") });
        }}
        className="border-edge bg-surface rounded-control inline-flex min-h-9 cursor-grab items-center gap-2 self-start border px-3 text-sm font-medium pointer-coarse:hidden"
      >
        <Icon name="grip-vertical" />
        {t("bookmarkName")}
      </a>
      <p className="text-muted">{t("bookmarkByHand")}</p>
      <Copied text={address} label={t("bookmark")} />
    </div>
  );
}
