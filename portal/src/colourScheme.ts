/** PatternFly's dark colours hang on a class; ours follow the system, so the class has to, too. */
export function followColourScheme(): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => {
    document.documentElement.classList.toggle("pf-v5-theme-dark", dark.matches);
  };
  apply();
  dark.addEventListener("change", apply);
}
