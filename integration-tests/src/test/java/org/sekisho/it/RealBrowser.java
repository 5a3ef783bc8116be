package org.sekisho.it;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The system's Chromium, headless; one window of it. */
final class RealBrowser implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of(System.getProperty("sekisho.screenshots"));

  /** For a start and for whatever a page is waited for; on a busy machine either takes its time. */
  private static final int PATIENCE_MILLIS = 120_000;

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright = Playwright.create();
  private final Browser browser;
  private final boolean hasHome;
  private final List<String> consoleErrors = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  static {
    // Five seconds otherwise.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  RealBrowser() {
    this(null);
  }

  /**
   * A browser with its user's folder, where it looks for certificates. It takes every server's
   * certificate: that of the listener is a self-signed one in tests.
   *
   * @param home null for that of whoever runs the tests; then no server's certificate is taken
   */
  RealBrowser(Path home) {
    this.hasHome = home != null;
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(executable())
            .setArgs(QUIET)
            .setTimeout(PATIENCE_MILLIS)
            .setHeadless(true);
    if (hasHome) {
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.put("HOME", home.toString());
      options.setEnv(environment);
    }
    browser = playwright.chromium().launch(options);
  }

  static Path executable() {
    return Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
  }

  /** A fresh window that knows nothing of earlier ones. */
  Page window(String language, int width) {
    if (context != null) {
      context.close();
    }
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 844)
                .setIgnoreHTTPSErrors(hasHome));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            consoleErrors.add(message.text());
          }
        });
    return page;
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /** What axe-core finds wrong with the page, as rule and help text. */
  List<String> accessibilityFaults() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream().map(RealBrowser::describe).toList();
  }

  private static String describe(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
  }

  /** Violations of the Content-Security-Policy among the errors of the console so far. */
  List<String> policyViolations() {
    return consoleErrors.stream()
        .filter(error -> error.contains("Content Security Policy") || error.contains("CSP"))
        .toList();
  }

  void forgetConsole() {
    consoleErrors.clear();
  }

  /** True where the page is wider than the window: text or fields run out of sight. */
  boolean overflows() {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
