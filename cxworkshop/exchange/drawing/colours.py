"""The colours of everything drawn on paper. The accents of the kinds are declared by the kinds themselves."""

INK = "#1C2024"
SOFT_INK = "#3A3F47"
GREY = "#60646C"
PALE_GREY = "#80838D"
RULE = "#E2E4E9"
FRAME = "#D9DCE2"
PAPER = "#FFFFFF"
GROUND = "#FAFBFC"

LINK = "#B9BEC8"
HIGHLIGHT = "#F5A524"

EXPECTATION = "#A0A4AE"
EXPERIENCE = "#0B6BCB"
MEMORY = "#8E4EC6"

# How long ago people met a customer. Warm to cold is used for closeness and depth only.
WARMTH = {"close": "#F2762E", "fading": "#E5B567", "stranger": "#7C93B2", "": "#C6CAD2"}
COLD_CORNER = "#EAEFF5"
DEPTH_TINTS = {1: "#FFF8F1", 2: "#F5F6F8", 3: "#EAEFF5", 4: "#DEE6EF", 0: "#F7F7F8"}

BAR_STRONG = "#B86E00"
BAR_WEAK = "#E3C48B"
