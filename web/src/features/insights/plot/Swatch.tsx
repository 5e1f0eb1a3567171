import { useEffect, useRef } from "react";
import type { Tone } from "../../../design";
import { fillOf } from "./patterns";
import { useTheme } from "./theme";

const EDGE = 14;

/** A row's fill in the legend. */
export function Swatch({ tone, place }: { tone: Tone; place: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const shown = canvas.current;
    const context = shown?.getContext("2d");
    if (!shown || !context) return;
    shown.width = EDGE * window.devicePixelRatio;
    shown.height = EDGE * window.devicePixelRatio;
    const { color, backgroundColor } = getComputedStyle(shown);
    context.fillStyle = fillOf(place, color, backgroundColor);
    context.fillRect(0, 0, shown.width, shown.height);
  }, [theme, tone, place]);
  return <canvas ref={canvas} aria-hidden="true" data-tone={tone} className="bg-surface size-3.5 shrink-0 rounded-xs border border-current text-(--tone)" />;
}
