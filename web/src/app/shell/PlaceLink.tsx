import { Link, useLocation } from "wouter";
import { Icon } from "../../design";
import type { Place } from "../places";
import { t } from "./texts";

export function PlaceLink({ place, className }: { place: Place; className: string }) {
  const [path] = useLocation();
  const here = place.path === "/" ? path === "/" : path.startsWith(place.path);
  return (
    <Link href={place.path} aria-current={here ? "page" : undefined} className={className}>
      <Icon name={place.icon} className="size-[1.125rem]" />
      <span className="truncate">{t(`place.${place.name}`)}</span>
    </Link>
  );
}
