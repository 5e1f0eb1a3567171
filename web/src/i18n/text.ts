/** A text, or its forms by the number `count`. `{name}` stands for a value. */
export type Text = string | { one: string; other: string };
export type Texts = Record<string, Text>;
