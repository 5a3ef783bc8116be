import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type MouseEvent,
  type ReactNode,
} from "react";
import { pageAt, pathOf, type PageName } from "./routes";

export interface Router {
  readonly page: PageName | null;
  /** Counts the changes of the page by the user; 0 as long as the first page is shown. */
  readonly visits: number;
  address(page: PageName): string;
  go(page: PageName): void;
}

const RouterContext = createContext<Router | null>(null);

export function RouterProvider(props: {
  readonly basePath: string;
  readonly children: ReactNode;
}): ReactNode {
  const { basePath } = props;
  const [path, setPath] = useState(window.location.pathname);
  const [visits, setVisits] = useState(0);
  useEffect(() => {
    const moved = (): void => {
      setPath(window.location.pathname);
      setVisits((before) => before + 1);
    };
    window.addEventListener("popstate", moved);
    return () => window.removeEventListener("popstate", moved);
  }, []);
  const router = useMemo<Router>(
    () => ({
      page: pageAt(basePath, path),
      visits,
      address: (page) => pathOf(basePath, page),
      go: (page) => {
        window.history.pushState(null, "", pathOf(basePath, page));
        setPath(window.location.pathname);
        setVisits((before) => before + 1);
        window.scrollTo(0, 0);
      },
    }),
    [basePath, path, visits],
  );
  return <RouterContext.Provider value={router}>{props.children}</RouterContext.Provider>;
}

export function useRouter(): Router {
  const router = useContext(RouterContext);
  if (router === null) {
    throw new Error("outside of RouterProvider");
  }
  return router;
}

/** A link to a page: an ordinary one, so that it can be opened in another tab. */
export function PageLink(props: {
  readonly to: PageName;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const router = useRouter();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    router.go(props.to);
  };
  return (
    <a
      className={props.className}
      href={router.address(props.to)}
      aria-current={props.current === true ? "page" : undefined}
      onClick={follow}
    >
      {props.children}
    </a>
  );
}
