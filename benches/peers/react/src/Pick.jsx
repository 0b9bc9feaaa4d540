import { pick, useDesk } from "./desk.js";
import { useIsLive } from "./live.js";
import { Unseen } from "./Text.jsx";

export function PickButton({ tool }) {
  const isPicked = useDesk((desk) => desk.picks.some((it) => it.id === tool.id));
  return (
    <button
      type="button"
      className="pick"
      name="pick"
      value={`${tool.id} ${tool.name}`}
      aria-pressed={isPicked}
      onClick={() => pick(tool)}
    >
      Compare
      <Unseen>{` ${tool.name}`}</Unseen>
    </button>
  );
}

function Picked() {
  const picks = useDesk((desk) => desk.picks);
  if (picks.length === 0) return null;
  return (
    <section id="picked" tabIndex={-1} aria-label="Picked">
      <ul>
        {picks.map((it) => (
          <li key={it.id}>
            <span dir="auto">{it.name}</span>{" "}
            <button type="button" onClick={() => pick(it)}>
              Remove
              <Unseen>{` ${it.name}`}</Unseen>
            </button>
          </li>
        ))}
      </ul>
      {picks.length > 1 && (
        <a href={`/compare/?tools=${picks.map((it) => it.id).join(",")}`}>{`Compare ${picks.length} tools`}</a>
      )}
    </section>
  );
}

const Told = () => <p role="status">{useDesk((desk) => desk.told)}</p>;

/** What was picked, and what is said of what was done last. */
export function Tray() {
  return (
    useIsLive() && (
      <div className="tray">
        <Told />
        <Picked />
      </div>
    )
  );
}
