// The numbers of GB/T 9704-2012 for a Word document. Data only; twips are 1/20 pt, half-points are Word's font unit.

const millimetres = (mm: number): number => Math.round((mm / 25.4) * 1440)

/** A4; text area 156 mm × 225 mm; top 37 mm, left 28 mm, so bottom 35 mm and right 26 mm. */
export const page = {
  width: 11906,
  height: 16838,
  margin: {
    top: millimetres(37),
    left: millimetres(28),
    bottom: millimetres(35),
    right: millimetres(26),
    // The dash of the page number stands 7 mm below the text area; 14 pt are 5 mm.
    footer: millimetres(35 - 7 - 5),
    header: millimetres(15),
  },
  textWidth: 11906 - millimetres(28) - millimetres(26),
  textWidthMm: 156,
  /** About half a page: a tall photograph must not push the text before it onto a page of its own. */
  imageHeightMm: 120,
}

/**
 * 22 lines of 28 characters: 225 mm / 22 = 28.95 pt, and 156 mm / 28 = 15.79 pt, a little less than 三号. Said as exact
 * line height and letter spacing, not as a document grid: Word, WPS and LibreOffice read a grid in three ways.
 */
export const linePitch = 579
export const letterSpacing = -5

/** 三号, in twips: the unit of "空二字". */
export const character = 320

/** Half-points: 二号 三号 四号; tables from 小四 over 五号 to 小五; notes 小五. */
export const size = { title: 44, body: 32, pageNumber: 28, table: 24, note: 18 }
export const tableSizes: readonly number[] = [24, 21, 18]

/** A page turned by a quarter, for tables that are wider than an upright one. */
export const lyingTextWidth = 16838 - millimetres(37) - millimetres(35)

export type Face = 'title' | 'heading' | 'kaiti' | 'body' | 'number'

/** Office computers differ in what they have: the first name is the standard's, the rest stand in for it. */
export const faces: Record<
  Face,
  { name: string; instead: string[]; family: 'roman' | 'modern' | 'script' | 'swiss' }
> = {
  title: { name: '方正小标宋简体', instead: ['华文中宋', '宋体', 'SimSun'], family: 'roman' },
  heading: { name: '黑体', instead: ['SimHei'], family: 'swiss' },
  kaiti: { name: '楷体_GB2312', instead: ['楷体', 'KaiTi'], family: 'script' },
  body: { name: '仿宋_GB2312', instead: ['仿宋', 'FangSong'], family: 'modern' },
  number: { name: '宋体', instead: ['SimSun'], family: 'roman' },
}

export const westernFace = 'Times New Roman'
