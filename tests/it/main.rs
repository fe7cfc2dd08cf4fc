//! Tests of the whole program, as a person at a terminal meets it.

#[cfg(unix)]
#[cfg(test)]
mod bad_files;
#[cfg(unix)]
#[cfg(test)]
mod break_journeys;
#[cfg(unix)]
#[cfg(test)]
mod bringing_in_journeys;
#[cfg(unix)]
#[cfg(test)]
mod broken_file_journeys;
#[cfg(unix)]
#[cfg(test)]
mod canary_journeys;
#[cfg(unix)]
#[cfg(test)]
mod check_journeys;
#[cfg(unix)]
#[cfg(test)]
mod command_journeys;
#[cfg(unix)]
#[cfg(test)]
mod crash_journeys;
#[cfg(unix)]
#[cfg(test)]
mod day_journeys;
#[cfg(unix)]
#[cfg(test)]
mod doctor_journeys;
#[cfg(unix)]
#[cfg(test)]
mod elsewhere_journeys;
#[cfg(unix)]
#[cfg(test)]
mod export_journeys;
#[cfg(unix)]
#[cfg(test)]
mod findings_journeys;
#[cfg(unix)]
#[cfg(test)]
mod full_disk_journeys;
#[cfg(unix)]
#[cfg(test)]
mod hand_over_journeys;
#[cfg(unix)]
#[cfg(test)]
mod hang_up_journeys;
#[cfg(unix)]
#[cfg(test)]
mod home_journeys;
#[cfg(unix)]
#[cfg(test)]
mod hostile_journeys;
#[cfg(unix)]
#[cfg(test)]
mod import_journeys;
#[cfg(unix)]
#[cfg(test)]
mod joining_journeys;
#[cfg(unix)]
#[cfg(test)]
mod kill_journeys;
#[cfg(unix)]
#[cfg(test)]
mod late_journeys;
#[cfg(unix)]
#[cfg(test)]
mod making_journeys;
#[cfg(unix)]
#[cfg(test)]
mod models_journeys;
#[cfg(unix)]
#[cfg(test)]
mod morning_journeys;
#[cfg(unix)]
#[cfg(test)]
mod mouse_journeys;
#[cfg(unix)]
#[cfg(test)]
mod note_today_journeys;
#[cfg(unix)]
#[cfg(test)]
mod notes_page_journeys;
#[cfg(unix)]
#[cfg(test)]
mod own_file_journeys;
#[cfg(unix)]
#[cfg(test)]
mod own_keys_journeys;
#[cfg(unix)]
#[cfg(test)]
mod pasted_journeys;
#[cfg(unix)]
#[cfg(test)]
mod placed_journeys;
#[cfg(unix)]
#[cfg(test)]
mod plain_journeys;
#[cfg(unix)]
#[cfg(test)]
mod plan_check_journeys;
#[cfg(unix)]
#[cfg(test)]
mod plan_page_journeys;
#[cfg(unix)]
#[cfg(test)]
mod planning_journeys;
#[cfg(unix)]
#[cfg(test)]
mod private_journeys;
#[cfg(unix)]
#[cfg(test)]
mod pty_kit;
#[cfg(unix)]
#[cfg(test)]
mod pty_kit_selftest;
#[cfg(unix)]
#[cfg(test)]
mod purge_journeys;
#[cfg(unix)]
#[cfg(test)]
mod report_journeys;
#[cfg(unix)]
#[cfg(test)]
mod safeguarding_journeys;
#[cfg(unix)]
#[cfg(test)]
mod saving_journeys;
#[cfg(all(unix, feature = "sealed"))]
#[cfg(test)]
mod sealed_journeys;
#[cfg(unix)]
#[cfg(test)]
mod session_kit;
#[cfg(unix)]
#[cfg(test)]
mod settings_journeys;
#[cfg(unix)]
#[cfg(test)]
mod shared_folder_journeys;
#[cfg(unix)]
#[cfg(test)]
mod six_hand_overs;
#[cfg(unix)]
#[cfg(test)]
mod stalled_disk;
#[cfg(unix)]
#[cfg(test)]
mod suspend_journeys;
#[cfg(unix)]
#[cfg(test)]
mod terminal_journeys;
#[cfg(unix)]
#[cfg(test)]
mod text_journeys;
#[cfg(unix)]
#[cfg(test)]
mod two_day_journeys;
#[cfg(unix)]
#[cfg(test)]
mod two_programs;
#[cfg(unix)]
#[cfg(test)]
mod window_journeys;
