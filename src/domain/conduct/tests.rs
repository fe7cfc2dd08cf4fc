use super::{super::example, *};

#[test]
fn dbg() {
    let conduct = Conduct::of(&example::plan());
    for s in ["It was Forename who answered first.", "Forename who answered first."] {
        eprintln!("{:?}", conduct.look_at(s));
    }
}
