/** The head of a table with a column for each tool, which stand side by side. */
export function Head({ tools }) {
  return (
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
  );
}
