// All content, read once, with its JSON as pages carry it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.SHIPSIDE_PEER;

const read = (file) => {
  const value = JSON.parse(readFileSync(join(folder, "data", file), "utf8"));
  return { file, value, json: JSON.stringify(value).replaceAll("<", "\\u003c") };
};
const all = (kind) => readdirSync(join(folder, "data", kind)).sort().map((name) => read(`${kind}/${name}`));

export default function () {
  return {
    site: read("site.json"),
    tools: new Map(all("tools").map((tool) => [tool.value.id, tool])),
    comparisons: all("comparisons"),
    opening: readFileSync(join(folder, "fixed/opening.html"), "utf8"),
    closing: readFileSync(join(folder, "fixed/closing.html"), "utf8"),
  };
}
