"""Writes font-widths.txt from Debian's fonts-dejavu-core and python3-fonttools: advance widths in thousandths of an em."""
from fontTools.ttLib import TTFont

FOLDER = "/usr/share/fonts/truetype/dejavu/"
RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x52F), (0x5D0, 0x5EA), (0x600, 0x6FF), (0x1E00, 0x1EFF), (0x2010, 0x203A),
          (0x2070, 0x209C), (0x20A0, 0x20B5), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2500, 0x25FF), (0x2600, 0x26FF)]

lines = ["# Advance widths of DejaVu Sans 2.37 in thousandths of an em, made by make_widths.py.",
         "# The fonts are free (Bitstream Vera and Arev licences, public-domain changes: https://dejavu-fonts.github.io/License.html); only their",
         "# widths are here. A line is a first code point (hex) and the widths from it on; 0 is a combining mark, - a code point the font lacks."]
for name, file in [("regular", "DejaVuSans.ttf"), ("bold", "DejaVuSans-Bold.ttf")]:
    font = TTFont(FOLDER + file)
    characters, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    lines.append(name)
    for first, last in RANGES:
        for start in range(first, last + 1, 32):
            widths = [str(round(1000 * advances[characters[c]][0] / em)) if c in characters else "-" for c in range(start, min(start + 32, last + 1))]
            if any(width != "-" for width in widths):
                lines.append(f"{start:04X} " + " ".join(widths))
open("font-widths.txt", "w").write("\n".join(lines) + "\n")
