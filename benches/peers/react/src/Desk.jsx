import { AddTool } from "./Adding.jsx";
import { useIsLive } from "./live.js";
import { PickButton } from "./Pick.jsx";
import { Share } from "./Share.jsx";
import { Unseen } from "./Text.jsx";

// Other comparisons, and this one without names, are pages of their own.
const addressOf = (tools) => `/compare/?tools=${tools.map((tool) => tool.id).join(",")}`;
const compare = (tools) => location.assign(addressOf(tools));

function BlindSwitch({ tools }) {
  const goBlind = () => location.assign(`${addressOf(tools)}&blind=1`);
  return (
    <p>
      <button type="button" id="blind" role="switch" aria-checked="false" onClick={goBlind}>
        Blind mode
      </button>
    </p>
  );
}

function Move({ tools, from, to, words }) {
  if (!tools[to]) return null;
  const moved = tools.with(from, tools[to]).with(to, tools[from]);
  return (
    <button type="button" id={`${words.toLowerCase()}-${tools[from].id}`} onClick={() => compare(moved)}>
      <Unseen>{`Move ${tools[from].name} `}</Unseen>
      {words}
    </button>
  );
}

function Change({ tools }) {
  return (
    <section className="change stack" aria-labelledby="change">
      <h2 id="change" tabIndex={-1}>
        Change this comparison
      </h2>
      <ol>
        {tools.map((tool, at) => (
          <li key={tool.id}>
            <span dir="auto">{tool.name}</span>
            <Move tools={tools} from={at} to={at - 1} words="Earlier" />
            <Move tools={tools} from={at} to={at + 1} words="Later" />
            <PickButton tool={tool} />
          </li>
        ))}
      </ol>
      <AddTool tools={tools} compare={compare} />
    </section>
  );
}

/** What a reader can do about the comparison. Until the page is live, style keeps its room. */
export function Desk({ tools, panel }) {
  const isLive = useIsLive();
  return (
    <div className="desk">
      {isLive && (
        <>
          <BlindSwitch tools={tools} />
          <Change tools={tools} />
          <Share tools={tools} panel={panel} />
        </>
      )}
    </div>
  );
}
