//! The parts of a Word document in the order of its schema: there each element says its things in one order, and a strict
//! reader takes no other. The library that writes them has an order of its own.

use quick_xml::{Reader, events::Event};

use crate::export::ExportFault;

/// The children of these elements, in the order of ISO/IEC 29500-1; what is not named stays behind them.
const ORDERS: [(&str, &str); 8] = [
    (
        "w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal \
         personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
         suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
         snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
         textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish \
         webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang \
         eastAsianLayout specVanish oMath",
    ),
    (
        "w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
         tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    (
        "w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    ),
    ("w:tblCellMar", "top start left bottom end right"),
    (
        "w:sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols \
         formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    ),
    (
        "w:lvl",
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    ),
];

/// An element that is open, and what was met in it.
struct Open {
    name: String,
    start: String,
    /// Each child by its name, with all that is in it.
    children: Vec<(String, String)>,
}

impl Open {
    /// All of it but its end, with its children in their order.
    fn written(mut self) -> (String, String) {
        if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == self.name) {
            let place = |child: &str| {
                let mut known = order.split_whitespace();
                known
                    .position(|name| child.strip_prefix("w:") == Some(name))
                    .unwrap_or(usize::MAX)
            };
            self.children.sort_by_cached_key(|(child, _)| place(child));
        }
        let mut text = self.start;
        for (_, child) in self.children {
            text.push_str(&child);
        }
        (self.name, text)
    }
}

/// The same XML with the children of every element in the order of the schema.
///
/// # Errors
/// If it is no XML.
pub fn in_order(xml: &[u8]) -> Result<Vec<u8>, ExportFault> {
    let fault = |fault: &dyn std::fmt::Display| ExportFault::Word(fault.to_string());
    let xml = std::str::from_utf8(xml).map_err(|broken| fault(&broken))?;
    let mut reader = Reader::from_str(xml);
    let root = Open {
        name: String::new(),
        start: String::new(),
        children: Vec::new(),
    };
    let (mut open, mut parents) = (root, Vec::new());
    let mut from = 0;
    loop {
        let event = reader.read_event().map_err(|broken| fault(&broken))?;
        let until = usize::try_from(reader.buffer_position()).map_err(|broken| fault(&broken))?;
        let text = xml.get(from..until).unwrap_or_default().to_owned();
        from = until;
        match event {
            Event::Start(tag) => {
                let child = Open {
                    name: String::from_utf8_lossy(tag.name().as_ref()).into_owned(),
                    start: text,
                    children: Vec::new(),
                };
                parents.push(std::mem::replace(&mut open, child));
            }
            Event::End(_) => {
                let parent = parents.pop().ok_or_else(|| fault(&"an end without a start"))?;
                let (name, mut whole) = std::mem::replace(&mut open, parent).written();
                whole.push_str(&text);
                open.children.push((name, whole));
            }
            Event::Empty(tag) => {
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                open.children.push((name, text));
            }
            Event::Eof => return Ok(open.written().1.into_bytes()),
            _ => open.children.push((String::new(), text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(xml: &str) -> String {
        String::from_utf8(in_order(xml.as_bytes()).expect("XML")).expect("text")
    }

    #[test]
    fn children_stand_in_their_order_and_nothing_else_is_touched() {
        assert_eq!(
            ordered(
                "<?xml version=\"1.0\"?><w:p><w:pPr><w:rPr><w:sz w:val=\"2\" /><w:b /></w:rPr><w:pStyle w:val=\"A\" /></w:pPr>\
                 <w:r><w:t xml:space=\"preserve\"> a &lt; b &amp; é </w:t></w:r><w:r /></w:p>"
            ),
            "<?xml version=\"1.0\"?><w:p><w:pPr><w:pStyle w:val=\"A\" /><w:rPr><w:b /><w:sz w:val=\"2\" /></w:rPr></w:pPr>\
             <w:r><w:t xml:space=\"preserve\"> a &lt; b &amp; é </w:t></w:r><w:r /></w:p>"
        );
        // What comes several times keeps its order, and what is not known stands behind.
        assert_eq!(
            ordered(
                "<w:style><x:new/><w:tblStylePr w:type=\"a\"/><w:tblStylePr w:type=\"b\"/><w:name/></w:style>"
            ),
            "<w:style><w:name/><w:tblStylePr w:type=\"a\"/><w:tblStylePr w:type=\"b\"/><x:new/></w:style>"
        );
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        assert!(in_order(b"<w:p></w:q>").is_err());
        assert!(in_order(b"</w:p>").is_err());
        assert!(in_order(&[0xff, 0xfe]).is_err());
    }
}
