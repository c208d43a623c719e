"""Pieces of text that, repeated, make dates hard to find: words that may begin a date and never do."""

PIECES = [
    *("1", "1917_", "1917-", "4_", "4_and_", "May_", "May_4_", "(", ")", "“", '"', "(“", "early_", "_", "\n"),
    *("end_of_the_", "about_", "since_the_", "twenty_", "twenty-", ".", "4,", "A", "had_", "until_", "c."),
    *("94“", "had_in_1917_", "next_year_", "that_same_", "April_to_", "1939_to_", "first_half_of_", "4:"),
    *("4/9/", "2017-09-", "'99_", "last_two_", "the_the_", "two_days_after_the_Fall_of_X_", "10:10_"),
    *("On_3_May_1950_they_", "On_May_3,_the_first_day_of_X_", "first_day_of_", "In_May_", "day_after_siege_"),
    "X_fell_on_3_May_1950._Two_days_after_X_",
    *("年", "一九", "十", "3月", "公元前", "1年至", "两天后", "9世紀", "民國", "90年代"),
    *("в_", "1990-е_", "XX_века_", "3_мая_", "спустя_два_", "Januar_", "3._", "3._bis_", "siglo_", "3_de_"),
]  # fmt: skip


def repeated(piece: str, length: int) -> str:
    """A text of about so many characters; `_` in a piece is a space."""
    piece = piece.replace("_", " ")
    return piece * (length // len(piece))
