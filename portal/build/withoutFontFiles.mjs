/**
 * PatternFly's style sheet brings fonts of its own. We use those of the reader's system, which have Japanese characters:
 * without this, a megabyte of font files would be packed and never be shown.
 */
export function withoutFontFiles() {
  return {
    name: "sekisho-without-font-files",
    enforce: "pre",
    transform(code, id) {
      return id.endsWith(".css") && code.includes("@font-face")
        ? { code: withoutFontFaces(code), map: null }
        : null;
    },
  };
}

export function withoutFontFaces(css) {
  return css.replace(/@font-face\s*\{[^}]*\}/g, "");
}
