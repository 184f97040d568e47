/**
 * What a redacted Word file may hold: text and its formatting (ECMA-376 part 1, chapter 17). Whatever is not named
 * here is not written: comments, revisions, bookmarks, fields, pictures, objects, custom data, identifiers.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Without what may hold text in a `val` of its own: `alias`, `tag`, `tblCaption`, `docPart` and the like. */
export const elements = words(`
  document body hdr ftr footnotes footnote endnotes endnote p r t tab br cr noBreakHyphen softHyphen sym
  fldSimple fldChar instrText
  footnoteReference endnoteReference footnoteRef endnoteRef separator continuationSeparator
  pPr pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr ilvl numId suppressLineNumbers pBdr top
  left bottom right start end between bar shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct
  autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
  suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
  rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof color w kern
  position sz szCs highlight u effect bdr fitText vertAlign rtl cs em lang eastAsianLayout
  tbl tblPr tblPrEx tblGrid gridCol tr trPr tc tcPr tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize
  tblStyleColBandSize tblW tblCellSpacing tblInd tblBorders insideH insideV tblLayout tblCellMar tblLook cantSplit
  trHeight tblHeader gridBefore gridAfter wBefore wAfter tcW gridSpan vMerge hMerge tcBorders tl2br tr2bl noWrap
  tcMar tcFitText vAlign
  sectPr headerReference footerReference footnotePr endnotePr numFmt numStart numRestart pos type pgSz pgMar
  pgBorders lnNumType pgNumType cols col noEndnote titlePg rtlGutter docGrid
  numbering abstractNum multiLevelType lvl lvlRestart isLgl suff lvlText lvlJc num abstractNumId lvlOverride
  startOverride
  styles docDefaults rPrDefault pPrDefault style name basedOn next link uiPriority semiHidden unhideWhenUsed
  qFormat tblStylePr
  settings evenAndOddHeaders defaultTabStop characterSpacingControl mirrorMargins compat compatSetting spaceForUL
  balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn
  adjustLineHeightInTable useFELayout drawingGridHorizontalSpacing drawingGridVerticalSpacing
  displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery themeFontLang clrSchemeMapping
  fonts font altName panose1 charset family pitch sig
`);

/** Where `id` is the number of a note. */
export const numbered = words('footnote endnote footnoteReference endnoteReference');

/** Of these elements; `id` counts only where it numbers a note. */
export const attributes = words(`
  val w type ascii hAnsi eastAsia cs hint asciiTheme hAnsiTheme eastAsiaTheme cstheme color themeColor themeTint
  themeShade sz space shadow frame fill themeFill themeFillTint themeFillShade line lineRule before after
  beforeLines afterLines beforeAutospacing afterAutospacing left right start end top bottom firstLine hanging
  leftChars rightChars startChars endChars firstLineChars hangingChars header footer gutter h orient code num
  equalWidth sep linePitch charSpace firstRow lastRow firstColumn lastColumn noHBand noVBand dropCap lines hRule
  vAnchor hAnchor x y wrap xAlign yAlign hSpace vSpace anchorLock leftFromText rightFromText topFromText
  bottomFromText vertAnchor horzAnchor tblpX tblpY tblpXSpec tblpYSpec fmt chapStyle chapSep ilvl abstractNumId
  numId styleId default customStyle bidi font char pos leader offsetFrom display zOrder combine combineBrackets
  vert vertCompress countBy distance restart name uri usb0 usb1 usb2 usb3 csb0 csb1 bg1 t1 bg2 t2 accent1 accent2
  accent3 accent4 accent5 accent6 hyperlink followedHyperlink fldCharType instr
`);

/** Gone with everything inside. What is not named at all is left out, but what it holds is looked at. */
export const dropped = words(`
  del moveFrom Fallback rPrChange pPrChange sectPrChange tblPrChange tblGridChange tcPrChange trPrChange
  tblPrExChange numberingChange sdtPr sdtEndPr customXmlPr smartTagPr fldData ffData delText delInstrText comment
  annotationRef commentReference rt docPr latentStyles altChunk subDoc docPartObj numPicBullet vanish webHidden
  specVanish cellDel
`);

/** Drawings and objects: nothing of them is kept but the paragraphs of text boxes. */
export const drawings = words('drawing pict object');

/** Numbers a page for itself; other fields quote, link, or ask. */
export const harmlessField = /^\s*(PAGE|NUMPAGES|SECTIONPAGES)(\s+\\[*#]\s*[\w"]+)*\s*$/i;
