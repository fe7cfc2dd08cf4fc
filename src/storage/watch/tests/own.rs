use super::*;

/// The first file of the folder as one's own, once it was looked at.
fn own() -> (Shared, PathBuf, Watch) {
    let shared = Shared::new();
    let path = shared.path(&shared.names[0]);
    let mut watch = Watch::new(shared.folder.clone(), shared.session, Some(path.clone()));
    look(&mut watch, 0).unwrap();
    (shared, path, watch)
}

#[test]
fn that_ones_own_file_is_gone_is_told_once_and_not_where_the_plan_went_too() {
    let (shared, path, mut watch) = own();
    let text = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(
        look(&mut watch, 5),
        None,
        "a sync program may be putting another in its place"
    );
    assert!(watch.is_unsettled());
    assert_eq!(look(&mut watch, 6).unwrap().own_lost, Some(OwnLoss::Gone));
    assert_eq!(look(&mut watch, 10), None);
    put(&path, &text);
    assert_eq!(look(&mut watch, 15), None);
    fs::remove_file(&path).unwrap();
    fs::remove_file(shared.folder.plan_path()).unwrap();
    for seconds in [20, 30] {
        assert_eq!(look(&mut watch, seconds), None, "the session was removed");
    }
}

#[test]
fn an_older_edition_of_ones_own_file_is_told_and_a_broken_one_when_it_lasts() {
    let (shared, path, mut watch) = own();
    let whole = fs::read_to_string(&path).unwrap();
    let lines = whole.lines().filter(|line| line.contains("text:")).count();
    let mut nth = 0;
    let fewer = whole.lines().filter(|line| {
        nth += usize::from(line.contains("text:"));
        !line.contains("text:") || nth <= lines - 3
    });
    put(&path, fewer.collect::<Vec<_>>().join("\n").as_bytes());
    assert_eq!(look(&mut watch, 5).unwrap().own_lost, Some(OwnLoss::Older(3)));
    put(&path, whole.as_bytes());
    assert_eq!(look(&mut watch, 10).unwrap().own_lost, None);
    put(&path, &whole.as_bytes()[..300]);
    assert_eq!(look(&mut watch, 15), None);
    assert_eq!(look(&mut watch, 20).unwrap().own_lost, Some(OwnLoss::Broken));
    assert_eq!(look(&mut watch, 25), None);
    drop(shared);
}
