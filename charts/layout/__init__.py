"""What a picture is, decided once: ends of axes, ticks, strokes, legend, names and framing.

Everything here is pure and knows no library that draws. A screen (charts/screen), paper, slides
and workbooks (exports) draw what it says; they only measure their own letters.
"""
