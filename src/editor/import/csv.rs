//! Rows as comma-separated values. The first line names the columns, in any order.

use super::{COLUMNS, NotATable, Rejected, row::Row};
use crate::content::nearest;
use csv::{ReaderBuilder, StringRecord, Writer};

pub(super) fn rows(text: &str) -> Result<(Vec<Row>, Vec<Rejected>), NotATable> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let unread = |error: csv::Error| NotATable(format!("the columns cannot be read: {error}"));
    let names = reader.headers().map_err(unread)?.clone();
    let names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
    for (i, name) in names.iter().enumerate() {
        if !COLUMNS.contains(&name.as_str()) {
            let help = nearest(name, COLUMNS)
                .map_or_else(|| format!("there are {}", COLUMNS.join(", ")), |near| format!("did you mean “{near}”?"));
            return Err(NotATable(format!("there is no column “{name}”; {help}")));
        }
        if names.iter().take(i).any(|other| other == name) {
            return Err(NotATable(format!("the column “{name}” stands twice; keep one")));
        }
    }
    let (mut rows, mut rejected) = (Vec::new(), Vec::new());
    let mut record = StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return Ok((rows, rejected)),
            Ok(true) => {
                let line = record.position().map_or(0, csv::Position::line);
                if record.len() > names.len() {
                    let reason = format!("has {} cells, and there are {} columns", record.len(), names.len());
                    rejected.push(Rejected { line, reason });
                    continue;
                }
                let cells = names.iter().cloned().zip(record.iter().map(|cell| cell.replace("\r\n", "\n")));
                let cells = cells.filter(|(_, cell)| !cell.is_empty()).collect();
                rows.push(Row { line, cells });
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                rejected.push(Rejected { line, reason: format!("cannot be read: {error}") });
            }
        }
    }
}

pub(super) fn write(rows: &[Row]) -> Result<String, String> {
    let mut writer = Writer::from_writer(Vec::new());
    let line = |row: &Row| COLUMNS.map(|column| row.cell(column).unwrap_or_default().to_owned());
    let mut written = writer.write_record(COLUMNS);
    for row in rows {
        written = written.and_then(|()| writer.write_record(line(row)));
    }
    written.map_err(|error| error.to_string())?;
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}
