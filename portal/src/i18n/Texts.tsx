import { timesIn, type Times } from "../format/time";
import { makeTexts } from "./makeTexts";
import { translate, type Language, type TextKey, type Values } from "./translate";

export interface Texts {
  readonly language: Language;
  readonly times: Times;
  t(key: TextKey, values?: Values): string;
}

export const { TextsProvider, useTexts } = makeTexts<Texts>((language) => ({
  language,
  times: timesIn(language),
  t: (key, values) => translate(language, key, values),
}));
