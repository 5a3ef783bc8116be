import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Tells enrol.ftl which script and which styles the enrolment page has. Their names carry a hash of their content, so
 * that no browser keeps old ones, and the server needs no manifest to know them.
 */
export function enrolEntry(file) {
  return {
    name: "sekisho-enrol-entry",
    apply: "build",
    generateBundle(_options, bundle) {
      const script = Object.values(bundle).find((each) => each.isEntry)?.fileName;
      const styles = Object.keys(bundle).find((name) => name.endsWith(".css"));
      if (script === undefined || styles === undefined) {
        this.error("The enrolment page has no script or no styles");
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `<#assign enrolScript = '${script}'>\n<#assign enrolStyles = '${styles}'>\n`);
    },
  };
}
