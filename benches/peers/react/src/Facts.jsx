import { useMemo } from "react";
import { factRows } from "./model.js";
import { Rich, Unheard, Unseen } from "./Text.jsx";
import { showRows, useRows } from "./view.js";

function RowsChoice({ rows, label }) {
  const shown = useRows();
  return (
    <label>
      <input type="radio" name="rows" value={rows} checked={shown === rows} onChange={() => showRows(rows)} />
      {label}
    </label>
  );
}

function Shown({ table }) {
  const differing = table.filter((row) => row.differs).length;
  const words = useRows() === "all" ? `${table.length} rows` : `${differing} of ${table.length} rows differ or may differ`;
  return (
    <p className="hint" role="status">
      {words}
    </p>
  );
}

function Row({ row, tools }) {
  const hidden = useRows() === "differences" && !row.differs;
  return (
    <tr hidden={hidden}>
      <th scope="row">
        {row.label} <Rich as="small" text={row.definition} />
      </th>
      {row.cells.map((fact, i) => (
        <td key={tools[i].id}>
          <span dir="auto" className="whose" aria-hidden="true">
            {tools[i].name}
          </span>{" "}
          {fact ? (
            <>
              <Rich as="span" text={fact.value} />
              {fact.claimed && (
                <>
                  {" "}
                  <small className="claimed">as claimed</small>
                </>
              )}
            </>
          ) : (
            <>
              <Unseen>unknown</Unseen>
              <Unheard>—</Unheard>
            </>
          )}
        </td>
      ))}
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
      </fieldset>
      <table aria-labelledby="facts">
        <thead>
          <tr>
            <td />
            {tools.map((tool) => (
              <th key={tool.id} dir="auto" scope="col">
                {tool.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map((row) => (
            <Row key={row.key} row={row} tools={tools} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
