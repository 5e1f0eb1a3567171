/** Edge of a tile in CSS pixels. */
const EDGE = 8;

type Draw = (context: CanvasRenderingContext2D) => void;

/** What tells one row from another without its colour, by the row's place. */
const PATTERNS: Draw[] = [
  (context) => context.fillRect(0, 0, EDGE, EDGE),
  lines([0, 8, 8, 0], [-2, 2, 2, -2], [6, 10, 10, 6]),
  dots([2, 2], [6, 6]),
  lines([0, 2, 8, 2], [0, 6, 8, 6]),
  lines([0, 0, 8, 8], [-2, 6, 2, 10], [6, -2, 10, 2]),
  lines([2, 0, 2, 8], [6, 0, 6, 8]),
  lines([0, 0, 8, 8], [0, 8, 8, 0]),
  lines([4, 0, 4, 8], [0, 4, 8, 4]),
  dots([4, 4]),
];

function lines(...all: [number, number, number, number][]): Draw {
  return (context) => {
    context.beginPath();
    for (const [fromX, fromY, toX, toY] of all) {
      context.moveTo(fromX, fromY);
      context.lineTo(toX, toY);
    }
    context.stroke();
  };
}

function dots(...all: [number, number][]): Draw {
  return (context) => {
    for (const [x, y] of all) {
      context.beginPath();
      context.arc(x, y, 1.25, 0, 2 * Math.PI);
      context.fill();
    }
  };
}

/** The fill of a row: its pattern in its colour on the ground of the page. */
export function fillOf(place: number, color: string, ground: string): CanvasPattern | string {
  const tile = document.createElement("canvas");
  const scale = window.devicePixelRatio;
  tile.width = EDGE * scale;
  tile.height = EDGE * scale;
  const context = tile.getContext("2d");
  if (!context) return color;
  context.scale(scale, scale);
  context.fillStyle = ground;
  context.fillRect(0, 0, EDGE, EDGE);
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  PATTERNS[place % PATTERNS.length]?.(context);
  return context.createPattern(tile, "repeat") ?? color;
}
