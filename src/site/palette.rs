//! Pictures of few colours as PNG: a byte a pixel, which is half the file and less time than what `resvg` writes.

use resvg::tiny_skia::Pixmap;

/// Pixels that are looked at together: most of a card is paper.
const RUN: usize = 60;

/// A picture as PNG: by a palette where it is opaque and has at most 256 colours, in full otherwise.
pub(super) fn encode(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let Some((palette, bytes)) = by_palette(pixels.data()) else { return pixels.encode_png() };
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette);
    // Neighbours in a palette are no neighbours in colour: filters have nothing to find.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(out)
}

/// The palette, three bytes a colour in order of appearance, and a byte a pixel, of opaque pixels of four bytes.
fn by_palette(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut colours: Vec<u32> = Vec::new();
    let mut bytes = Vec::with_capacity(pixels.len() / 4);
    // The last colour and its byte, and what a run of it looks like.
    let (mut last, mut byte, mut same) = (None, 0, Vec::new());
    for run in pixels.chunks(4 * RUN) {
        if run == same {
            bytes.resize(bytes.len() + RUN, byte);
            continue;
        }
        for pixel in run.as_chunks().0 {
            let colour = u32::from_le_bytes(*pixel);
            if last != Some(colour) {
                let at = colours.iter().position(|known| *known == colour).unwrap_or_else(|| {
                    colours.push(colour);
                    colours.len() - 1
                });
                byte = u8::try_from(at).ok().filter(|_| pixel[3] == u8::MAX)?;
                last = Some(colour);
            }
            bytes.push(byte);
        }
        same = last?.to_le_bytes().repeat(RUN);
    }
    let palette = colours.iter().flat_map(|colour| colour.to_le_bytes().into_iter().take(3));
    Some((palette.collect(), bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::{Color, Paint, Rect, Transform};

    fn striped(width: u32, stripes: u32, alpha: u8) -> Pixmap {
        let mut pixels = Pixmap::new(width, 7).unwrap();
        pixels.fill(Color::WHITE);
        for x in 0..stripes {
            let mut paint = Paint { anti_alias: false, ..Paint::default() };
            paint.set_color_rgba8((x % 251) as u8, (x / 251) as u8, 9, alpha);
            let stripe = Rect::from_xywh(x as f32, 0.0, 1.0, 7.0).unwrap();
            if alpha < 255 {
                pixels.fill(Color::TRANSPARENT);
            }
            pixels.fill_rect(stripe, &paint, Transform::identity(), None);
        }
        pixels
    }

    /// What a PNG says that its pixels are: 3 is a palette.
    const KIND: usize = 25;

    #[test]
    fn a_picture_is_the_same_after_reading_it_back() {
        for (stripes, alpha, kind) in [(0, 255, 3), (200, 255, 3), (300, 255, 6), (1, 128, 6)] {
            let pixels = striped(400, stripes, alpha);
            let png = encode(&pixels).unwrap();
            assert_eq!(png[KIND], kind, "{stripes} stripes");
            assert_eq!(Pixmap::decode_png(&png).unwrap().data(), pixels.data(), "{stripes} stripes");
        }
    }
}
