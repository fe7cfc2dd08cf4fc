//! Showing a folder in the file manager of the system, which is started and never waited for.

use std::{
    path::Path,
    process::{Command, Stdio},
    thread,
};

/// Has the file manager show `folder`; `false` where there is none, or nobody would see it.
pub(super) fn show(folder: &Path) -> bool {
    let Some(program) = program() else {
        return false;
    };
    let mut command = Command::new(program);
    command
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        // What the terminal tells this program is none of its business.
        command.process_group(0);
    }
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    // Nobody waits for it, but the system keeps a program that has ended until somebody has asked how.
    let asked = thread::Builder::new()
        .name("file manager".into())
        .spawn(move || drop(child.wait()));
    drop(asked);
    true
}

/// What shows folders here, where whoever looks at the terminal also sees the desktop.
fn program() -> Option<&'static str> {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if ["SSH_CONNECTION", "SSH_TTY"].iter().any(|name| is_set(name)) {
        return None;
    }
    if cfg!(windows) {
        Some("explorer")
    } else if cfg!(target_os = "macos") {
        Some("open")
    } else {
        let has_desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| is_set(name));
        has_desktop.then_some("xdg-open")
    }
}
