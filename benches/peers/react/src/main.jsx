import { hydrateRoot } from "react-dom/client";
import { App } from "./App.jsx";

const content = JSON.parse(document.getElementById("content").textContent);
hydrateRoot(document.getElementById("root"), <App content={content} />);
