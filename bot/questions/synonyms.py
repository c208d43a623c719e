"""Words that ask for the same thing: the commonest verbs and nouns of questions with what texts say instead.

Of English; each row was kept for a gain on open questions.
"""

from __future__ import annotations

from bot.search.words.analysis import term

WEIGHT = 0.5  # of another word of the row against the word itself
_ROWS = """
begin start commence launch
end finish complete conclude close
die death killed
born birth
found establish create set founder
launch release introduce
win victory defeat beat award
last final
tv television
old age
move relocate migrate arrive go
leave depart quit resign
step resign quit
buy purchase acquire
sell sale sold
sue lawsuit charge accuse
ban prohibit outlaw forbid
arrest detain custody
release free
sentence prison jail
prison jail
fine penalty
invest investment
meet encounter
marry wife husband
appoint become
office headquarters
cryptocurrency crypto
bitcoin btc
company firm
author i my me
invent invention
discover discovery
build construct
film movie
job occupation profession
cost price worth
doctor physician
country nation
work job
confess admit plead guilty
live home
money sum
wear clothes dress coat
eat lunch dinner
speech talk keynote
resume cv
deal agreement
photo picture
school university college
post tweet
whitepaper paper
lead head run chief
flourish thrive prosper boom
host hold
commercial advertisement ad
disease illness
climate weather
sibling brother sister
conquer conquest capture
study attend learn
gain get acquire
comprise consist include
sit serve
house building
factory mill
railway train
road street
club society
chairman head
department chair
prize award
magazine journal
game match
football soccer
champion championship
surgery operation
hack hacker
theft steal
bankrupt bankruptcy
court judge
investor invest
customer user
share stock
mine miner mining
website site
software program
code source
painter artist
writer author
village town
food eat
gift donate
present give donate
close shut
rename name
rebuild restore
travel visit
translate translation
"""


def _table() -> dict[str, tuple[tuple[str, float], ...]]:
    table: dict[str, dict[str, float]] = {}
    for row in _ROWS.strip().splitlines():
        terms = tuple(dict.fromkeys(map(term, row.split())))
        for word in terms:
            table.setdefault(word, {}).update((other, WEIGHT) for other in terms if other != word)
    return {word: tuple(others.items()) for word, others in table.items()}


# Two words that mean one thing together, and what texts say instead.
_PHRASES = """
get out / release free leave
let out / release free
let go / release free
come out / release
lock up / prison jail arrest
step down / resign leave quit
set up / found establish create
shut down / close end
take over / acquire buy
pass away / die death
give up / abandon leave quit
kick out / ban expel
put in / invest
put into / invest
own up / admit confess
go bust / bankrupt bankruptcy insolvent collapse end abandon
go broke / bankrupt bankruptcy insolvent
go bankrupt / bankruptcy insolvent
go under / collapse bankrupt bankruptcy
go dark / offline
go down / offline fail
go live / launch start
go public / list offering
go missing / disappear lost
wind up / dissolve dissolution liquidate close
wound up / dissolve dissolution liquidate close
bring back / return restore revive reintroduce readd
come back / return again
bring out / publish release issue
come along / appear emerge
come up / invent introduce propose develop coin
come out / publish launch issue
get rid / remove abolish drop
go away / leave end
go off / explode
fall out / quarrel dispute
work out / calculate develop
turn up / arrive appear
pick up / collect receive
carry out / perform conduct
hand in / submit
hold up / delay rob
run away / flee escape
run over / hit kill
set off / depart start
set out / depart start
take off / depart start
take away / remove confiscate
take back / return
take on / hire employ accept
take out / remove withdraw
bring in / introduce
bring down / topple overthrow
get back / return recover
get together / meet
give away / donate gift
go back / return
go live / start online
go wrong / fail
grow up / childhood raise
shut off / close
sign off / approve
tear up / destroy
track down / find trace
wipe out / destroy
write down / record
take down / remove close
take part / participate
take place / hold occur
break up / split dissolve
break down / fail
break off / separate end
split off / fork separate
split up / separate
drop out / leave withdraw
pull out / withdraw leave
back out / withdraw
kill off / discontinue end
call off / cancel
put off / postpone delay
hand over / transfer give
sign up / join register
roll out / launch release
phase out / discontinue end
run out / exhaust end
sell off / sale
start up / found establish
turn down / reject refuse
turn into / become convert transform repurpose
throw out / expel reject
lay off / dismiss fire
bail out / rescue
walk free / release acquit
put up / build erect
pull down / demolish
tear down / demolish
knock down / demolish
blow up / explode destroy
burn down / fire destroy
fall apart / collapse
cut down / reduce
cut back / reduce
move out / leave
team up / partner cooperate
buy out / acquire
pay back / repay refund reimburse compensation creditor
pay off / repay
give back / return refund
cash out / withdraw sell
kick off / start begin
turn off / disable
turn on / enable
stand down / resign
make up / invent
find out / discover learn
"""


def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    rows = (line.partition("/") for line in _PHRASES.strip().splitlines())
    return {
        (term(first), term(second)): tuple(map(term, others.split()))
        for words, _, others in rows
        for first, second in [words.split()]
    }


PHRASES = _phrases()  # terms of two neighbouring words -> terms that may stand instead, the likeliest first
PHRASE_VERBS = frozenset(verb for verb, _ in PHRASES)  # their first terms
SYNONYMS = _table()  # term -> terms with their weights
