"""Everyday words and short forms, with what texts say instead: "went bust" for a bankruptcy.

A row is the word of a question and those of texts. They are asked for only where no text holds the word
itself, so that a row costs nothing where texts and questions share their words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.search.query import Form
from bot.search.words.analysis import term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.5  # of what texts say instead against the word as typed

LIGHT = 0.6  # weight up to which a word stands in any text: "site", "go"
LACKED = 0.4  # what such a word still counts where no text holds it: that says little of what is told

_ROWS = """
steal: theft rob robbery heist hack loot thief embezzle | hack: breach attack exploit compromise intrusion
crash: collapse plunge slump drop fall
bust: bankrupt bankruptcy insolvent insolvency collapse liquidation fail
close: shut closure dissolve dissolution cease shutdown end discontinue defunct
dissolve: disband liquidate dissolution | start: begin launch found open inception beginning introduce
create: make develop design write build invent creation founder author
maker: creator manufacturer developer author inventor
stop: halt suspend cease end discontinue freeze pause quit | suspend: suspension freeze halt pause
offline: down outage unavailable dark | online: live | restart: resume reopen relaunch reinstate
return: restore reintroduce readd revive back | remove: delete drop withdraw abolish scrap cut
drop: remove abandon discontinue fall cut | add: introduce include support implement
fix: repair mend correct resolve patch | break: fail damage crash split | bug: error fault defect flaw
change: alter modify amend switch replace | rename: name call title
switch: migrate move change convert transition | replace: substitute succeed swap
successor: succeed replace follow | win: prize award victory champion title | lose: defeat loss
prize: award honor medal | give: grant donate award present | donate: gift contribute
gift: present donation | pay: payment fund cost compensate repay reimburse
repay: refund reimburse compensation | refund: reimburse repay compensation | cost: price fee expense
cheap: inexpensive low | expensive: costly dear | money: fund capital cash sum finance
fund: finance invest sponsor | cash: money | rich: wealthy wealth millionaire billionaire | poor: poverty
buy: purchase acquire acquisition order pay | sell: sale auction | sale: sell auction
owner: own proprietor | boss: chief head leader director manager | lead: head run manage direct chair
leader: head chief president chair chairman | chairman: chair president head | president: chair head
manager: director head | worker: employee staff | staff: employee team personnel | employee: staff worker
hire: employ recruit appoint join | fire: dismiss sack layoff terminate burn blaze | sack: dismiss fire
resign: quit leave retire | quit: resign leave | elect: vote choose appoint | choose: select pick elect
pick: choose select | vote: election ballot poll | job: work position role post occupation
member: membership join | join: member enter | partner: cofounder colleague | friend: companion
guy: man person | guys: people men | kid: child son daughter boy girl | kids: children | dad: father
mom: mother | mum: mother | grandpa: grandfather | grandma: grandmother | wife: marry husband spouse
husband: wife spouse marry | wedding: marry marriage | die: death killed perish suicide | dead: die death
kill: murder shot assassinate death | suicide: die death kill | sick: ill disease illness
ill: sick disease | jail: prison imprison sentence custody detain | prison: jail imprison custody
sentence: punish prison imprison | punish: sentence fine penalty | punishment: sentence fine penalty
judge: court ruling | court: trial judge tribunal | trial: court case | verdict: ruling judgment convict
convict: guilty sentence | cop: police officer | cops: police | police: officer | arrest: detain capture
lawsuit: sue suit case complaint | sue: lawsuit suit case | ban: prohibit forbid outlaw restrict
allow: permit authorize legal | illegal: unlawful ban outlaw | legal: lawful
law: act legislation bill rule | rule: regulation law | regulator: authority commission agency
deal: agreement contract accord | agree: agreement accept consent | contract: agreement
refuse: reject decline deny | reject: refuse decline | accept: adopt approve | approve: accept adopt pass
announce: reveal declare publish | reveal: announce disclose unveil
publish: release publication issue print | release: publish launch issue version
version: release edition | issue: release publish problem | show: exhibit display present program series
talk: speech lecture speak presentation | speech: talk address | speak: talk speech
ad: advertisement advertise commercial | ads: advertisement advertising | advert: advertisement
pic: photo picture image | pics: photo picture image | photo: picture image photograph
picture: photo image | movie: film | film: movie | song: track single | band: group | tv: television
phone: telephone | mobile: phone cell | car: automobile vehicle | bike: bicycle motorcycle
plane: aircraft airplane | ship: vessel boat | boat: ship vessel | train: railway rail
road: street highway route | street: road | house: home residence building | home: house residence
building: house structure block | office: headquarters bureau | headquarters: office based | shop: store
store: shop | school: academy college | college: university | university: college
teacher: professor instructor | student: pupil | church: chapel parish | priest: pastor minister clergy
king: monarch | queen: monarch | war: conflict battle | battle: fight war | fight: battle conflict
army: troops forces military | soldier: troops | soldiers: troops army | town: city village
village: town | spot: place location | site: website location | website: site page homepage
page: site website | web: internet | net: internet network | forum: board | chat: channel | email: mail
mail: email post letter | app: application software program | apps: application
software: program application | program: software | code: source program | repo: repository
repository: repo | pkg: package | pkgs: packages | docs: documentation | dev: developer development
devs: developers | developer: programmer author | programmer: developer | programmers: developers
lib: library | config: configuration | info: information | intro: introduction | pro: professional
ppl: people | yrs: years | vs: versus | max: maximum | min: minimum | num: number | prez: president
govt: government | gov: government | uni: university | lab: laboratory | gym: gymnasium
fridge: refrigerator | club: association society | association: society club organization
society: association club | organization: association body | group: association organization
team: group crew squad side | match: game | game: match | player: member | coach: trainer manager
stadium: ground field arena | tournament: cup championship competition
championship: league cup title tournament | cup: trophy tournament | meeting: assembly session conference
meetup: meeting | party: celebration | celebrate: anniversary | anniversary: jubilee birthday
event: conference | conference: convention congress | build: construct erect construction
built: construct erect | construct: build erect | rebuild: reconstruct restore renovate
renovate: restore refurbish | destroy: demolish ruin burn | demolish: destroy | burn: fire | blaze: fire
flood: inundate | storm: hurricane | quake: earthquake | move: relocate transfer shift | relocate: move
transfer: move | go: travel visit leave | come: arrive | arrive: come reach | visit: travel tour
trip: journey travel visit | travel: journey trip | leave: depart exit resign | flee: escape leave
escape: flee | stay: remain | live: reside residence | born: birth | grow: increase rise expand
rise: increase grow climb | increase: rise grow | shrink: decrease reduce decline | reduce: cut decrease
cut: reduce | double: twice | half: halve halving | big: large huge major great
huge: large | large: big | small: little tiny | tiny: small | little: small | tall: height high
high: height | length: long | wide: width | deep: depth | old: age | fast: quick speed | quick: fast
slow: delay | slowly: delay | delay: postpone late | postpone: delay | cancel: abandon withdraw
late: delay | early: first | first: initial original | last: final | final: last | latest: last
main: principal major chief | important: major significant | famous: known | popular: common
weird: strange | scam: fraud scheme ponzi | fraud: scam | fake: false counterfeit | lie: false
secret: private confidential | hide: conceal secret | found: discover | discover: find discovery
lost: missing | missing: lost disappear | disappear: vanish missing | vanish: disappear | appear: emerge
cause: reason lead | reason: cause because | goal: aim purpose objective | aim: goal purpose
plan: intend propose | idea: concept proposal | propose: suggest | suggest: propose | ask: request
request: ask | answer: reply respond | reply: respond answer | help: assist support aid | support: help
thank: credit | love: like | hate: dislike | meet: encounter | introduce: present
merge: merger fuse combine unite | merger: merge | split: divide separate fork | divide: split
fork: split | divorce: separate | separate: split | share: stake portion | stake: share
part: section portion | rest: remainder | total: sum all | count: number | number: count
thing: item object | stuff: material thing | tool: instrument program | machine: device | device: machine
gun: weapon | weapon: arms | food: meal | eat: meal dinner | drink: beverage | dress: clothes wear
wear: clothes | logo: emblem symbol | flag: banner | nickname: known called | slogan: motto
motto: slogan | anthem: song | language: tongue | write: author | writer: author | author: writer
book: volume work | paper: article | article: paper | newspaper: paper press | press: newspaper media
news: press | story: account history | history: past | diary: journal | teach: instruct | learn: study
study: research | research: study | test: trial experiment | try: attempt | attempt: try
succeed: success | success: succeed | fail: failure | failure: fail | problem: issue trouble difficulty
trouble: problem | danger: risk | risk: danger | safe: secure security | guard: protect | protect: guard
defend: defense | attack: assault | ушел: покинул уволился | ушла: покинула уволилась
основали: создали учредили | украли: похитили взломали | закрыли: ликвидировали расформировали
закрылся: прекратил | посадили: арестовали осудили заключение | сел: тюрьма заключение
вышел: освободили освобожден | придумал: изобрел создал | придумали: изобрели создали
сделали: создали разработали | начальник: руководитель директор заведующий
главный: руководитель заведующий | руководил: заведовал возглавлял
возглавил: назначен руководитель заведующий | дали: присудили вручили | деньги: средства рублей
стоит: цена стоимость | переехали: переезд перебрались | разорился: банкрот банкротство
обанкротился: банкрот банкротство | взломали: хакеры атака | сломали: взломали | уволили: отстранили
поженились: брак свадьба | начали: старт | открыли: основали | запустили: запуск начало
купили: приобрели | продали: продажа | написал: автор | учился: окончил студент | выпуск: выпускники
"""


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in _ROWS.strip().replace("\n", "|").split("|"):
        word, _, others = row.partition(":")
        table.setdefault(term(word.strip()), []).extend(map(term, others.split()))
    return {word: tuple(dict.fromkeys(others)) for word, others in table.items()}


EVERYDAY = _table()  # term -> terms that texts may have instead, the likeliest first


def in_other_words(words: Iterable[QueryWord], index: Index) -> list[QueryWord]:
    """The words of a question, those that stand nowhere with what texts say instead."""
    return [_widened(word, index) for word in words]


def _widened(word: QueryWord, index: Index) -> QueryWord:
    if any(index.knows(form.term) for form in word.forms):
        return word
    others = EVERYDAY.get(word.forms[0].term, ())
    widened = replace(word, forms=(*word.forms, *(Form(other, WEIGHT) for other in others)))
    if word.weight > LIGHT or any(index.knows(other) for other in others):
        return widened
    return replace(widened, weight=word.weight * LACKED)
