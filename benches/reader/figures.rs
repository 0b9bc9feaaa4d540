//! Figures out of what a browser answers, and out of several runs.

use serde_json::Value;

/// The number of that name in an answer.
pub fn number(answer: &Value, name: &str) -> Result<f64, String> {
    answer[name].as_f64().ok_or_else(|| format!("The browser did not measure “{name}”: {answer}."))
}

/// All numbers of an answer that is a list of them.
pub fn numbers(answer: &Value) -> Result<Vec<f64>, String> {
    let figures = answer.as_array().and_then(|list| list.iter().map(Value::as_f64).collect::<Option<Vec<f64>>>());
    figures.filter(|figures| !figures.is_empty()).ok_or_else(|| format!("The browser measured nothing: {answer}."))
}

/// The middle one of some figures; of an even number, the upper one of the middle two.
pub fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The largest one.
pub fn worst(figures: &[f64]) -> f64 {
    figures.iter().copied().fold(f64::NAN, f64::max)
}
