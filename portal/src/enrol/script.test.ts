import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const script = readFileSync(new URL("../../public/enrol-windows.ps1", import.meta.url), "utf8");

describe("the script for Windows", () => {
  it("makes a key in the TPM that cannot be taken out, for the user only", () => {
    expect(script).toContain('ProviderName = "Microsoft Platform Crypto Provider"');
    expect(script).toContain("Exportable = FALSE");
    expect(script).toContain("MachineKeySet = FALSE");
  });

  it("makes Windows trust no root", () => {
    expect(script).toContain("$AllowUntrustedCertificateAndRoot = 6");
    expect(script).not.toMatch(/addstore|Import-Certificate|Cert:\\/i);
  });

  it("says that nobody has tried it yet, before anything else", () => {
    expect(script.indexOf("UNTESTED ON REAL HARDWARE")).toBeLessThan(10);
  });

  it("has the mark without which Windows PowerShell 5.1 cannot read Japanese", () => {
    expect(script.startsWith("\uFEFF")).toBe(true);
  });

  it("holds no address of its own", () => {
    expect(script).not.toMatch(/https?:\/\/[a-z]/i);
  });
});
