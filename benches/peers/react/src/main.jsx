import { hydrateRoot } from "react-dom/client";
import { App } from "./App.jsx";

const content = JSON.parse(document.getElementById("content").textContent);
// A style that the page does not wait for.
document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: content.style }));
hydrateRoot(document.getElementById("root"), <App content={content} />);
