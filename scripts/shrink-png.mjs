// Makes a screenshot small: the same picture in its 256 most used colours, which is nearly all that a window of text has.
import { deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const COLOURS = 256
const BRIGHT = 96

/** PNG in, PNG out. Reads what Chromium writes: 8 bits, RGB or RGBA, not interlaced. */
export function shrinkPng(png) {
  const { width, height, channels, pixels } = read(png)
  const used = new Map()
  const at = i => (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]
  for (let i = 0; i < pixels.length; i += channels) used.set(at(i), (used.get(at(i)) ?? 0) + 1)
  const palette = chosen(used)
  const nearest = new Map(palette.map((colour, index) => [colour, index]))
  const indexOf = colour => {
    const known = nearest.get(colour)
    if (known !== undefined) return known
    const distances = palette.map(each => distance(each, colour))
    const index = distances.indexOf(Math.min(...distances))
    nearest.set(colour, index)
    return index
  }
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = indexOf(at((y * width + x) * channels))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap(parts))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The most used colours, and of each bright one a tone: a small green tick must not turn grey among the shades of text. */
function chosen(used) {
  const byUse = [...used].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)
  const tones = new Map()
  for (const colour of byUse.filter(isBright)) {
    const tone = parts(colour)
      .map(part => part >> 5)
      .join()
    if (!tones.has(tone)) tones.set(tone, colour)
  }
  return [...new Set([...[...tones.values()].slice(0, BRIGHT), ...byUse])].slice(0, COLOURS)
}

const isBright = colour => Math.max(...parts(colour)) - Math.min(...parts(colour)) > 60

const parts = colour => [colour >> 16, (colour >> 8) & 255, colour & 255]

function distance(one, other) {
  const [r, g, b] = parts(one).map((part, i) => part - parts(other)[i])
  return r * r + g * g + b * b
}

function read(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('Not a PNG.')
  let header
  const data = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = body
    if (type === 'IDAT') data.push(body)
    at += length + 12
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const channels = { 2: 3, 6: 4 }[header[9]]
  if (header[8] !== 8 || !channels || header[12] !== 0) throw new Error('Not a PNG of this kind.')
  return {
    width,
    height,
    channels,
    pixels: unfiltered(inflateSync(Buffer.concat(data)), width * channels, channels),
  }
}

/** Takes back what PNG does to each line before it is packed: the difference to what is left of it and above it. */
function unfiltered(lines, stride, channels) {
  const height = lines.length / (stride + 1)
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : out[y * stride + x - channels]
      const up = y === 0 ? 0 : out[(y - 1) * stride + x]
      const corner = x < channels || y === 0 ? 0 : out[(y - 1) * stride + x - channels]
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      out[y * stride + x] = lines[y * (stride + 1) + 1 + x] + guess
    }
  }
  return out
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [a, b, c] = [left, up, corner].map(each => Math.abs(guess - each))
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function chunk(type, body) {
  const out = Buffer.alloc(body.length + 12)
  out.writeUInt32BE(body.length, 0)
  out.write(type, 4, 'latin1')
  body.copy(out, 8)
  out.writeUInt32BE(crc(out.subarray(4, body.length + 8)), body.length + 8)
  return out
}

function crc(bytes) {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
