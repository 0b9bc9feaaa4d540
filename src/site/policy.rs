//! The content security policy of a page.

use crate::model::{Link, Newsletter};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Scripts by their hashes, and styles so or from the site: the app goes on to pages of other kinds. Connections to anywhere, since
/// `?src=` may name any address; nothing else from elsewhere.
pub(super) fn policy(scripts: &[&str], styles: &[&String], newsletter: Option<&Newsletter>, previews: bool) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let styles: Vec<String> = styles.iter().map(|style| hash(style)).collect();
    // The embed builder alone shows embeds.
    let frames = if previews { "frame-src 'self'; " } else { "" };
    let form = newsletter.map_or("'none'", |newsletter| form_targets(&newsletter.action));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {}; img-src 'self'; {frames}connect-src 'self' https: http:; \
         manifest-src 'self'; form-action {form}; base-uri 'none'",
        scripts.join(" "),
        styles.join(" "),
    )
}

/// Where forms may go, given where the newsletter's does. Services answer with a redirect to a page of thanks, on whatever host they have it
/// or the site's owner has set there. Chromium and WebKit hold every redirect of a form to the policy, and drop what it does not
/// name without a word; Firefox looks at the first address only. So the policy names schemes: never less safe than the form itself.
fn form_targets(action: &Link) -> &'static str {
    if action.is_https() { "'self' https:" } else { "'self' http: https:" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_no_unsafe_source() {
        let policy = policy(&["a"], &[&"b".to_owned()], None, false);
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(policy.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"), "{policy}");
    }

    #[test]
    fn forms_may_follow_redirects_and_never_to_a_weaker_scheme() {
        for (action, targets) in [
            ("https://news.example:8443/subscribe?x", "'self' https:"),
            ("HTTPS://news.example/subscribe", "'self' https:"),
            ("http://news.example/subscribe", "'self' http: https:"),
            ("Http://news.example/subscribe", "'self' http: https:"),
        ] {
            assert_eq!(form_targets(&Link::parse(action).unwrap()), targets, "{action}");
        }
    }

    #[test]
    fn without_a_newsletter_there_are_no_forms() {
        assert!(policy(&[], &[], None, false).contains("form-action 'none'"));
    }
}
