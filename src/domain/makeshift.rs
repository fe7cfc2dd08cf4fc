//! A plan made of what was recorded, for a session whose own plan is lost or broken: every note says where it belongs
//! in words, so they can all be read in their places, and more can be taken there.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::{
    activity::{Activity, ActivityKind},
    ids::{DayId, GroupId, PersonId, SessionId, SlotId, TrackId, WriterId},
    model::Rules,
    note::{Label, Note},
    plan::{Agreement, Day, Duty, Group, Host, Person, Plan, Slot, Track, Visit},
    prompt::Prompt,
    record::Record,
    records::Records,
    slugs::slug,
    zone::Zone,
};

/// The plan that the records of a session speak of.
///
/// `school` is what to call it, `people` those whose files there are, `today` the day of a session without notes.
#[must_use]
pub fn plan(
    session: SessionId,
    school: &str,
    records: &Records,
    people: &[Label<PersonId>],
    today: NaiveDate,
) -> Plan {
    let mut notes: Vec<&Record<Note>> = records.notes.all().collect();
    notes.sort_by_key(|note| (note.body.when, note.id));
    let mut sketch = Sketch::default();
    for person in people {
        sketch.person(person, None);
    }
    for note in &notes {
        sketch.take(&note.body);
    }
    for placed in notes.iter().filter_map(|note| records.placed(note.id)) {
        sketch.group(placed.note.body.place.track.as_ref());
        sketch.place(&placed.note.body);
    }
    Plan {
        session,
        owner: WriterId(uuid::Uuid::nil()),
        revision: 0,
        rehearsal_of: None,
        zone: Zone::LONDON,
        host: Host {
            name: school.to_string(),
            years: Vec::new(),
        },
        agreement: Agreement {
            title: "plan missing".into(),
            ..Agreement::default()
        },
        groups: sketch.groups,
        people: sketch.people,
        days: days(sketch.days, today),
        former: Vec::new(),
        rules: Rules {
            tag_words: ["SEND", "PP", "EAL"].map(String::from).to_vec(),
            ..Rules::default()
        },
    }
}

/// Somebody whom nothing tells of but their name; the id is the one that a plan most likely gave them.
#[must_use]
pub fn person(name: &str) -> Person {
    Person {
        id: PersonId::new(slug(name)),
        name: name.trim().into(),
        group: None,
        host_staff: false,
        duties: vec![Duty::Reviewer],
    }
}

/// What the notes have told so far.
#[derive(Default)]
struct Sketch {
    groups: Vec<Group>,
    people: Vec<Person>,
    days: BTreeMap<NaiveDate, Vec<Slot>>,
    placed: BTreeSet<SlotId>,
}

impl Sketch {
    fn take(&mut self, note: &Note) {
        let track = note.place.track.as_ref();
        self.group(track);
        let group = track.map(|track| track.id.clone());
        self.person(&note.typed_by, group);
        self.person(&note.by, None);
        self.place(note);
    }

    fn group(&mut self, track: Option<&Label<GroupId>>) {
        if let Some(track) = track.filter(|track| !self.groups.iter().any(|group| group.id == track.id)) {
            self.groups.push(Group {
                id: track.id.clone(),
                name: track.words.clone(),
            });
        }
    }

    fn person(&mut self, label: &Label<PersonId>, group: Option<GroupId>) {
        if let Some(known) = self.people.iter_mut().find(|person| person.id == label.id) {
            known.group = known.group.take().or(group);
            return;
        }
        self.people.push(Person {
            id: label.id.clone(),
            group,
            ..person(&label.words)
        });
    }

    /// Puts the row, class and question of a note into its day. Rows come in order of their first note.
    fn place(&mut self, note: &Note) {
        let place = &note.place;
        let minute = note.when.time().with_second(0).unwrap_or(note.when.time());
        if self.placed.insert(place.slot.id.clone()) {
            self.days.entry(note.when.date()).or_default().push(Slot {
                id: place.slot.id.clone(),
                starts: minute,
                ends: None,
                fixed: false,
                activity: Activity {
                    title: place.activity.words.clone(),
                    kind: place.activity.id,
                    prompts: Vec::new(),
                },
                remark: String::new(),
                tracks: Vec::new(),
            });
        }
        let Some(slot) = self
            .days
            .values_mut()
            .flatten()
            .find(|slot| slot.id == place.slot.id)
        else {
            return;
        };
        if let Some(prompt) = &place.prompt
            && !slot.activity.prompts.iter().any(|known| known.id == prompt.id)
        {
            let words = prompt.words.clone();
            slot.activity.prompts.push(Prompt {
                id: prompt.id.clone(),
                short: words.clone(),
                text: words,
            });
        }
        if let (Some(visit), Some(track)) = (&place.visit, &place.track) {
            let visits = &mut track_of(slot, &track.id).visits;
            if !visits.iter().any(|known| known.id == visit.id) {
                visits.push(Visit {
                    id: visit.id.clone(),
                    starts: minute,
                    class: visit.words.clone(),
                });
            }
        }
    }
}

fn track_of<'a>(slot: &'a mut Slot, group: &GroupId) -> &'a mut Track {
    let at = slot
        .tracks
        .iter()
        .position(|track| track.group == *group)
        .unwrap_or_else(|| {
            let id = TrackId::new(format!("{}-{group}", slot.id));
            slot.tracks.push(Track {
                id,
                group: group.clone(),
                activity: None,
                visits: Vec::new(),
            });
            slot.tracks.len() - 1
        });
    &mut slot.tracks[at]
}

/// The days that have notes; a session without any gets a single row that lasts all of today.
fn days(found: BTreeMap<NaiveDate, Vec<Slot>>, today: NaiveDate) -> Vec<Day> {
    let day = |(date, slots): (NaiveDate, Vec<Slot>)| Day {
        id: DayId::new(format!("day-{date}")),
        label: date.to_string(),
        date,
        slots,
    };
    if found.is_empty() {
        return vec![day((today, vec![whole_day()]))];
    }
    found.into_iter().map(day).collect()
}

fn whole_day() -> Slot {
    Slot {
        id: SlotId::new("unplanned"),
        starts: NaiveTime::MIN,
        ends: NaiveTime::from_hms_opt(23, 59, 0),
        fixed: false,
        activity: Activity {
            title: "Notes".into(),
            kind: ActivityKind::Collation,
            prompts: Vec::new(),
        },
        remark: String::new(),
        tracks: Vec::new(),
    }
}
