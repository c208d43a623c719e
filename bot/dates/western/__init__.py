"""How European languages write dates: one verbose pattern a shape, with the reader that gives its meaning.

Places in angle brackets are word classes of the lexicon (<month>, <season>, <of> ...). A shape is tried
where a trigger of its class was seen, and the first that fits is taken: the longer ones come first.
"""

from bot.dates.western.days_before_months import DAYS_BEFORE_MONTHS
from bot.dates.western.moments import MOMENTS
from bot.dates.western.months import MONTHS
from bot.dates.western.numeric_dates import FIGURES
from bot.dates.western.shifts import STEPS
from bot.dates.western.years import YEARS

SHAPES = (*FIGURES, *DAYS_BEFORE_MONTHS, *STEPS, *YEARS, *MONTHS, *MOMENTS)
QUARTERS = ("Q1", "Q2", "Q3", "Q4", "H1", "H2")  # in all languages
