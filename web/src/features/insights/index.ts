export { Plot, type PlotView, ViewChoice } from "./plot/Plot";
