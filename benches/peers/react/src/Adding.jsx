import { useEffect, useRef, useState } from "react";

const MOST = 8;

/** The site's tools, once somebody asks for them. */
function useCatalogue(isWanted) {
  const [tools, setTools] = useState([]);
  const asked = useRef(false);
  useEffect(() => {
    if (!isWanted || asked.current) return;
    asked.current = true;
    fetch("/data/index.json")
      .then((response) => response.json())
      .then((index) => setTools(index.tools), () => (asked.current = false));
  }, [isWanted]);
  return tools;
}

/** An editable combobox with a list of offers. Focus stays in the field. */
export function AddTool({ tools, compare }) {
  const [query, setQuery] = useState("");
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const catalogue = useCatalogue(isWanted);
  const fits = (tool) => tool.name.toLowerCase().includes(query.trim().toLowerCase()) && !tools.some((it) => it.id === tool.id);
  const offers = isWanted ? catalogue.filter(fits).slice(0, MOST) : [];
  const isOpen = offers.length > 0;
  const add = (offer) => compare([...tools, offer]);
  const open = (wanted) => {
    setWanted(wanted);
    setActive(-1);
  };
  const step = (by) => {
    setWanted(true);
    setActive((at) => (at < 0 && by < 0 ? offers.length - 1 : (at + by + offers.length) % Math.max(offers.length, 1)));
  };
  const press = (event) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter") offers[active] && add(offers[active]);
    else if (event.key === "Escape") isOpen ? open(false) : setQuery("");
    else return;
    event.preventDefault();
  };
  return (
    <div className="combobox">
      <label htmlFor="add-tool">Add a tool</label>
      <input
        id="add-tool"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-controls={isOpen ? "add-offers" : undefined}
        aria-expanded={isOpen}
        aria-activedescendant={active < 0 ? undefined : `add-offer-${active}`}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          open(true);
        }}
        onKeyDown={press}
        onClick={() => open(true)}
        onBlur={() => open(false)}
      />
      {isOpen && (
        <ul id="add-offers" role="listbox" aria-label="Tools" onMouseDown={(event) => event.preventDefault()}>
          {offers.map((offer, at) => (
            <li
              key={offer.id}
              dir="auto"
              id={`add-offer-${at}`}
              role="option"
              aria-selected={at === active}
              onClick={() => add(offer)}
            >
              {offer.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
