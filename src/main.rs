//! The browser's entry.

fn main() {
    shipside::app::start();
}
