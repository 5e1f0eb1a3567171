/** Colours that can be told apart on light and dark, each with the key of its name. */
export const COLORS = [
  ["#1b8a7f", "color0"],
  ["#3b6fd4", "color1"],
  ["#8a56d6", "color2"],
  ["#c34a9c", "color3"],
  ["#cc4b4b", "color4"],
  ["#c77718", "color5"],
  ["#7f8c1a", "color6"],
  ["#7a8585", "color7"],
] as const;
