import { enrolPage, page } from "./page.mjs";
import { MockServer } from "./server.mjs";

/** Lets the development server answer as the real one would; not part of a build. */
export function mock() {
  return {
    name: "sekisho-mock",
    apply: "serve",
    configureServer(vite) {
      const server = new MockServer();
      vite.middlewares.use(async (request, response, next) => {
        try {
          if (await server.answer(request, response)) {
            return;
          }
          const url = new URL(request.url, `http://${request.headers.host}`);
          const show = async (html) => {
            response.writeHead(200, { "Content-Type": "text/html;charset=utf-8" });
            response.end(await vite.transformIndexHtml(url.pathname, html));
          };
          if (url.pathname === "/") {
            response.writeHead(302, { Location: "/realms/demo/account/" }).end();
          } else if (url.pathname.startsWith("/realms/demo/account")) {
            await show(page({ ...given(url), script: "src/main.tsx", styles: [] }));
          } else if (url.pathname.startsWith("/realms/demo/sekisho-enrolment")) {
            const outcome = url.searchParams.get("outcome") ?? "";
            const html = enrolPage({ ...given(url), script: "src/enrol/main.tsx", outcome });
            // The script brings the styles itself.
            await show(html.replace(/<link rel="stylesheet"[^>]*>/, ""));
          } else {
            next();
          }
        } catch (failed) {
          next(failed);
        }
      });
    },
  };
}

function given(url) {
  return { origin: url.origin, locale: url.searchParams.get("kc_locale") ?? "ja", resourceUrl: "" };
}
