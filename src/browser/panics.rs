//! What a panic leaves behind. It ends in a trap, which says nothing of itself and makes the page's script load the page again.

/// From now on, a panic says in the console what happened and where.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}
