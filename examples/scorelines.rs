//! Scratch.
use knownow::{
    domain::{
        conduct::{Conduct, Reason},
        model::Verdict,
        plan::{Plan, Year},
    },
    storage::{catalogue, files::plan_file},
};
use std::path::Path;
fn plan(name: &str) -> Plan {
    let example = &catalogue::examples()[0];
    let mut plan = plan_file::read_plan(Path::new("plan.ron"), example.plan.as_bytes()).unwrap();
    let (classes, verdict) = match name {
        "one-form" => (1, Verdict::Banned),
        "two-form" => (2, Verdict::Banned),
        "mixed" => (2, Verdict::Banned),
        "not-asked" => (1, Verdict::NotAskedFor),
        "benchmark" => (1, Verdict::Benchmark),
        o => panic!("{o:?}"),
    };
    plan.host
        .years
        .iter_mut()
        .for_each(|y: &mut Year| y.classes = classes);
    if name == "mixed" {
        for y in plan.host.years.iter_mut() {
            if y.name.contains('6') || y.name.contains("Reception") {
                y.classes = 1;
            }
        }
    }
    plan.rules.verdict = verdict;
    plan
}
fn word(r: Reason) -> &'static str {
    match r {
        Reason::Name | Reason::Pupil => "name",
        Reason::Role => "role",
        Reason::OneClassYear => "one-class",
        Reason::Verdict => "verdict",
    }
}
fn main() {
    let all = std::env::args().any(|a| a == "-a");
    let quiet = std::env::args().any(|a| a == "-q");
    let plans =
        ["one-form", "two-form", "not-asked", "benchmark", "mixed"].map(|n| (n, Conduct::of(&plan(n))));
    for file in std::env::args().skip(1).filter(|a| !a.starts_with('-')) {
        let text = std::fs::read_to_string(&file).unwrap();
        let (mut br, mut any, mut every, mut inn, mut acc, mut extra) = (0, 0, 0, 0, 0, 0);
        for line in text
            .lines()
            .filter(|l| !l.trim().is_empty() && !l.starts_with("# "))
        {
            let (labels, name, text): (Vec<String>, &str, &str) = if line.contains('\t') {
                let p: Vec<&str> = line.splitn(3, '\t').collect();
                (
                    if p[0] == "fine" {
                        vec![]
                    } else {
                        p[1].split(',').map(|s| s.trim().to_string()).collect()
                    },
                    "mixed",
                    p[2],
                )
            } else {
                let p: Vec<&str> = line.splitn(3, '|').collect();
                (
                    if p[0] == "innocent" {
                        vec![]
                    } else {
                        p[0].split('+')
                            .map(|l| {
                                if l == "pupil" {
                                    "name".into()
                                } else {
                                    l.to_string()
                                }
                            })
                            .collect()
                    },
                    p[1],
                    p[2],
                )
            };
            let c = &plans.iter().find(|(n, _)| *n == name).unwrap().1;
            let got = c.look_at(text);
            let words: Vec<String> = got
                .iter()
                .map(|b| format!("{}:{}", b.reason.word(), b.words))
                .collect();
            let has = |l: &String| got.iter().any(|b| word(b.reason) == l);
            if labels.is_empty() {
                inn += 1;
                if !got.is_empty() {
                    acc += 1;
                }
                if !got.is_empty() && !quiet || all {
                    println!(
                        "{} {text}   << {}",
                        if got.is_empty() { "  ok " } else { "FALSE" },
                        words.join(" ; ")
                    );
                }
            } else {
                br += 1;
                let e = labels.iter().all(has);
                let a = labels.iter().any(has);
                if e {
                    every += 1;
                }
                if a {
                    any += 1;
                }
                let more = got.iter().any(|b| !labels.iter().any(|l| l == word(b.reason)));
                if more {
                    extra += 1;
                }
                let mark = if !a {
                    "MISS "
                } else if !e {
                    "PART "
                } else if more {
                    "MORE "
                } else {
                    "  ok "
                };
                if (mark != "  ok " && !quiet) || all {
                    println!("{mark} [{}] {text}   << {}", labels.join("+"), words.join(" ; "));
                }
            }
        }
        println!(
            "== {file}: breaches {br} any {any} ({:.1}%) every {every} ({:.1}%) extra {extra}; innocent {inn} false {acc} ({:.1}%)",
            100. * any as f64 / br as f64,
            100. * every as f64 / br as f64,
            100. * acc as f64 / inn as f64
        );
    }
}
