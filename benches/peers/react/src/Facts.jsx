import { useMemo } from "react";
import { Head } from "./Head.jsx";
import { counted, factRows } from "./model.js";
import { Rich, Source, Unheard, Unseen } from "./Text.jsx";
import { hideRow, showHiddenRows, showRows, useView } from "./view.js";

const isAway = (view, row) => (view.rows === "differences" && !row.differs) || view.hidden.includes(row.key);

function RowsChoice({ rows, label }) {
  const checked = useView((view) => view.rows === rows);
  return (
    <label>
      <input type="radio" name="rows" value={rows} checked={checked} onChange={() => showRows(rows)} />
      {label}
    </label>
  );
}

/** How many rows there are to see. */
function Shown({ table }) {
  const words = useView((view) => {
    const seen = table.filter((row) => !isAway(view, row)).length;
    const all = counted(table.length, "row");
    if (view.rows === "differences") return `${seen} of ${all} differ or may differ`;
    return seen === table.length ? all : `${seen} of ${all}`;
  });
  return (
    <p className="hint" role="status">
      {words}
    </p>
  );
}

/** The way back to rows that the reader hid. */
function HiddenRows({ table }) {
  const count = useView((view) => table.filter((row) => view.hidden.includes(row.key)).length);
  return (
    count > 0 && (
      <button type="button" onClick={showHiddenRows}>
        {`Show ${counted(count, "hidden row")}`}
      </button>
    )
  );
}

function Label({ row, at }) {
  if (!row.definition) return row.label;
  return (
    <>
      <button type="button" popoverTarget={`d${at}`}>
        {row.label}
      </button>
      <Rich as="p" popover="auto" id={`d${at}`} text={row.definition} />
    </>
  );
}

function Known({ fact, best }) {
  return (
    <>
      <Rich as="span" text={fact.value} />
      {best && fact.number !== undefined && Number(fact.number) === best.number && (
        <>
          {" "}
          <b className="tag">{best.word}</b>
        </>
      )}
      {fact.claimed && (
        <>
          {" "}
          <small>as claimed</small>
        </>
      )}
      {fact.source && (
        <>
          {" "}
          <Source href={fact.source} />
        </>
      )}
    </>
  );
}

function Cells({ row, tools }) {
  return row.cells.map((fact, i) => (
    <td key={tools[i].id}>
      <span dir="auto" className="whose" aria-hidden="true">
        {tools[i].name}
      </span>{" "}
      {fact ? (
        <Known fact={fact} best={row.best} />
      ) : (
        <>
          <Unseen>unknown</Unseen>
          <Unheard>—</Unheard>
        </>
      )}
    </td>
  ));
}

/** Hides its children or shows them: they are not rendered again for it. */
function Row({ row, children }) {
  const away = useView((view) => isAway(view, row));
  return (
    <tr className={row.differsInKnown ? "differs" : undefined} hidden={away}>
      {children}
    </tr>
  );
}

export function Facts({ tools, vocabulary }) {
  const table = useMemo(() => factRows(tools, vocabulary), [tools, vocabulary]);
  return (
    <section className="facts" aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <fieldset className="choices" role="radiogroup">
        <legend>Rows</legend>
        <RowsChoice rows="all" label="All" />
        <RowsChoice rows="differences" label="Differences" />
        <Shown table={table} />
        <HiddenRows table={table} />
      </fieldset>
      <table aria-labelledby="facts">
        <Head tools={tools} />
        <tbody>
          {table.map((row, at) => (
            <Row key={row.key} row={row}>
              <th scope="row" aria-label={row.label}>
                <Label row={row} at={at} />{" "}
                <button type="button" name="hide" value={row.key} aria-label={`Hide ${row.label}`} onClick={() => hideRow(row.key)}>
                  Hide
                </button>
              </th>
              <Cells row={row} tools={tools} />
            </Row>
          ))}
        </tbody>
      </table>
    </section>
  );
}
