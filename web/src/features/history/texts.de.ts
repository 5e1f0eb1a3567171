export default { area: "history", german: { title: "Verlauf" } };
