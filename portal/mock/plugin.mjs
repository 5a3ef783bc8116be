import { page } from "./page.mjs";
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
          if (url.pathname === "/") {
            response.writeHead(302, { Location: "/realms/demo/account/" }).end();
          } else if (url.pathname.startsWith("/realms/demo/account")) {
            const html = page({
              origin: url.origin,
              locale: url.searchParams.get("kc_locale") ?? "ja",
              resourceUrl: "",
              script: "src/main.tsx",
              styles: [],
            });
            response.writeHead(200, { "Content-Type": "text/html;charset=utf-8" });
            response.end(await vite.transformIndexHtml(url.pathname, html));
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
