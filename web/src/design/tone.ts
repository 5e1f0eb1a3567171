/** What a chip, badge or dot says by its colour; the areas of life have colours of their own. */
export type Tone =
  | "plain"
  | "accent"
  | "good"
  | "warning"
  | "danger"
  | "health"
  | "career"
  | "relationships"
  | "creativity"
  | "finance"
  | "personal_growth"
  | "spirituality"
  | "home"
  | "leisure";
