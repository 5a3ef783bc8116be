import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Heading } from "../../ui/Heading";
import { WhenLoaded } from "../../ui/Loading";
import { useLoad } from "../../ui/useLoad";
import { CsvButton } from "./CsvButton";
import { filterFromSearch, filterToSearch, queryOf, type Filter } from "./filter";
import { FilterForm } from "./FilterForm";
import { Pager } from "./Pager";
import { NEWEST, shownBegin, type Paging } from "./paging";
import { RecordTable } from "./RecordTable";

const PAGE_SIZE = 25;

interface Shown {
  readonly filter: Filter;
  readonly paging: Paging;
  /** When "Show" was pressed: a period like "last 7 days" keeps its beginning from page to page. */
  readonly asOf: number;
}

/** The user's own history. */
export function HistoryPage(): ReactNode {
  const { t, times } = useTexts();
  const { records } = usePortal();
  const [shown, setShown] = useState<Shown>(() => ({
    filter: filterFromSearch(window.location.search),
    paging: NEWEST,
    asOf: Date.now(),
  }));
  const query = useMemo(() => queryOf(shown.filter, shown.asOf), [shown.filter, shown.asOf]);
  const begin = shownBegin(shown.paging);
  const load = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const page = await records.page(query, begin, PAGE_SIZE, signal);
        return { page, paging: shown.paging };
      },
      [records, query, begin, shown.paging],
    ),
  );

  const show = (filter: Filter): void => {
    const search = filterToSearch(filter);
    window.history.replaceState(null, "", search === "" ? window.location.pathname : `?${search}`);
    setShown({ filter, paging: NEWEST, asOf: Date.now() });
  };
  const turnTo = (paging: Paging): void => setShown((before) => ({ ...before, paging }));
  const table = useRef<HTMLDivElement>(null);
  useFocusAfterTurning(table, load.loaded.state === "ready" ? load.loaded.value.paging : null);

  return (
    <>
      <Heading title={t("history.title")} lead={t("history.lead")} />
      <FilterForm filter={shown.filter} onShow={show} />
      <div className="sk-toolbar">
        <p className="sk-weak">{t("history.zone", { zone: times.zone() })}</p>
        <CsvButton query={query} />
      </div>
      <div ref={table} tabIndex={-1} className="sk-result">
        <WhenLoaded load={load} lines={8}>
          {({ page, paging }) => (
            <>
              <RecordTable records={page.records} />
              <Pager page={page} paging={paging} onTurn={turnTo} />
            </>
          )}
        </WhenLoaded>
      </div>
    </>
  );
}

/** After turning the page one is at its beginning, also without eyes. */
function useFocusAfterTurning(
  table: React.RefObject<HTMLDivElement>,
  paging: Paging | null,
): void {
  const before = useRef<Paging | null>(null);
  useEffect(() => {
    if (paging === null) {
      return;
    }
    if (before.current !== null && before.current !== paging) {
      table.current?.focus({ preventScroll: true });
      table.current?.scrollIntoView({ block: "start" });
    }
    before.current = paging;
  }, [paging, table]);
}
