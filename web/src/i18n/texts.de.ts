export default {
  area: "i18n",
  german: {
    atTime: "{day}, {time}",
    minutes: "{count} Min.",
    hours: "{count} Std.",
    hoursMinutes: "{hours} Std. {minutes} Min.",
    justNow: "gerade eben",
  },
};
