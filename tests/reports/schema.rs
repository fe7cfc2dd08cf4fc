//! The order in which a Word document has to say things: ISO/IEC 29500-1, whose schemas are lists and no sets. Offices
//! differ in how strictly they take it.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read},
    path::Path,
};

use knownow::{
    domain::{bank_holidays::BankHolidays, deadline},
    export::{docx::docx as docx_of_sheet, paper::word::docx, sheet::Sheet},
};
use quick_xml::{Reader, events::Event};

use crate::{
    kit::{Review, half_day_found, made, models},
    readers::papers_of,
};

/// What may stand in an element, in its order.
fn order_of(parent: &str) -> Option<&'static str> {
    Some(match parent {
        "w:style" => {
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked \
             personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
        }
        "w:pPr" => {
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
             suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
             snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
             textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
        }
        "w:rPr" => {
            "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid \
             vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em \
             lang eastAsianLayout specVanish oMath"
        }
        "w:tblPr" => {
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
             tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
        }
        "w:tcPr" => {
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
        }
        "w:tblBorders" | "w:tcBorders" => "top start left bottom end right insideH insideV tl2br tr2bl",
        "w:tblCellMar" | "w:tcMar" => "top start left bottom end right",
        "w:sectPr" => {
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType \
             cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
        }
        "w:lvl" => "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "w:tbl" => "tblPr tblGrid tr",
        _ => return None,
    })
}

/// Children that stand before an elder one, or where none may stand, as "w:style: rPr before name".
fn out_of_order(xml: &str) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    // Each open element, and the last child met in it.
    let mut open: Vec<(String, Option<(usize, String)>)> = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        let event = reader.read_event().unwrap();
        let name = match &event {
            Event::Start(tag) | Event::Empty(tag) => String::from_utf8(tag.name().as_ref().to_vec()).unwrap(),
            Event::End(_) => {
                open.pop();
                continue;
            }
            Event::Eof => return faults,
            _ => continue,
        };
        if let Some((parent, last)) = open.last_mut()
            && let Some(order) = order_of(parent)
        {
            let child = name.strip_prefix("w:").unwrap_or(&name);
            match (order.split_whitespace().position(|known| known == child), &last) {
                (None, _) => _ = faults.insert(format!("{parent}: {child} may not stand there")),
                (Some(at), Some((before, elder))) if *before > at => {
                    faults.insert(format!("{parent}: {elder} before {child}"));
                }
                (Some(at), _) => *last = Some((at, child.to_owned())),
            }
        }
        if matches!(event, Event::Start(_)) {
            open.push((name, None));
        }
    }
}

/// The faults of all parts of a Word document.
fn faults(bytes: &[u8]) -> BTreeSet<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let is_xml = |name: &String| Path::new(name).extension().is_some_and(|ending| ending == "xml");
    let parts = names
        .into_iter()
        .filter(|name| name.starts_with("word/") && is_xml(name));
    let mut faults = BTreeSet::new();
    for name in parts {
        let mut text = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        faults.extend(
            out_of_order(&text)
                .into_iter()
                .map(|fault| format!("{name}: {fault}")),
        );
    }
    faults
}

#[test]
fn the_checker_sees_what_is_out_of_order() {
    let seen = out_of_order("<w:style><w:rPr><w:sz/><w:b/></w:rPr><w:name/><w:air/></w:style>");
    assert_eq!(
        seen.into_iter().collect::<Vec<_>>(),
        [
            "w:rPr: sz before b",
            "w:style: air may not stand there",
            "w:style: rPr before name"
        ]
    );
}

#[test]
fn every_part_of_every_word_document_is_in_the_order_of_the_schema() {
    let mut seen = BTreeSet::new();
    for (name, model) in models() {
        for paper in papers_of(&Review::of_model(&model)) {
            let of_paper = faults(&docx(&paper, made()).unwrap());
            seen.extend(of_paper.into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    for paper in papers_of(&half_day_found()) {
        seen.extend(faults(&docx(&paper, made()).unwrap()));
    }
    let plan = Review::half_day().plan;
    let due = deadline::due_dates(&plan, &BankHolidays::new([], 2020..=2040));
    seen.extend(faults(&docx_of_sheet(&Sheet::of(&plan, &due), made()).unwrap()));
    assert!(seen.is_empty(), "{seen:#?}");
}
