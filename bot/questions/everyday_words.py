"""Rows of everyday words of English and of what texts say instead; data for `everyday`."""

# A row is a word of a question and, behind the colon, those of texts, the likeliest first.
ENGLISH = """
steal: theft rob robbery heist hack loot thief embezzle
hack: breach attack exploit compromise intrusion | crash: collapse plunge slump drop fall
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
switch: migrate move change convert transition | replace: substitute succeed swap successor
successor: succeed replace follow | win: prize award victory champion title | lose: defeat loss
prize: award honor medal | give: grant donate award present | donate: gift contribute give
gift: present donation | pay: payment fund cost compensate repay reimburse donate sponsor
repay: refund reimburse compensation | refund: reimburse repay compensation | cost: price fee expense
cheap: inexpensive low | expensive: costly dear | money: fund capital cash sum finance
fund: finance invest sponsor | cash: money | rich: wealthy wealth millionaire billionaire
poor: poverty | buy: purchase acquire acquisition order pay | sell: sale auction | sale: sell auction
owner: own proprietor | boss: chief head leader director manager | lead: head run manage direct chair
leader: head chief president chair chairman | chairman: chair president head | president: chair head
manager: director head | worker: employee staff | staff: employee team personnel
employee: staff worker | hire: employ recruit appoint join onboard
fire: dismiss sack layoff terminate burn blaze | sack: dismiss fire | resign: quit leave retire
quit: resign leave | elect: vote choose appoint | choose: select pick elect | pick: choose select
vote: election ballot poll | job: work position role post occupation | member: membership join
join: member enter | partner: cofounder colleague | friend: companion | guy: man person
guys: people men | kid: child son daughter boy girl | kids: children | dad: father | mom: mother
mum: mother | grandpa: grandfather | grandma: grandmother | wife: marry husband spouse
husband: wife spouse marry | wedding: marry marriage | die: death killed perish suicide
dead: die death | kill: murder shot assassinate death | suicide: die death kill
sick: ill disease illness | ill: sick disease | jail: prison imprison sentence custody detain
prison: jail imprison custody | sentence: punish prison imprison | punish: sentence fine penalty
punishment: sentence fine penalty | judge: court ruling | court: trial judge tribunal
trial: court case | verdict: ruling judgment convict | convict: guilty sentence | cop: police officer
cops: police | police: officer | arrest: detain capture | lawsuit: sue suit case complaint
sue: lawsuit suit case | ban: prohibit forbid outlaw restrict | allow: permit authorize legal
illegal: unlawful ban outlaw | legal: lawful | law: act legislation bill rule
rule: regulation law reign govern | regulator: authority commission agency
deal: agreement contract accord | agree: agreement accept consent | contract: agreement
refuse: reject decline deny | reject: refuse decline | accept: adopt approve
approve: accept adopt pass | announce: reveal declare publish | reveal: announce disclose unveil
publish: release publication issue print | release: publish launch issue version
version: release edition | issue: release publish problem | show: exhibit display present program series
talk: speech lecture speak presentation present | speech: talk address | speak: talk speech
ad: advertisement advertise commercial | ads: advertisement advertising | advert: advertisement
pic: photo picture image | pics: photo picture image | photo: picture image photograph
picture: photo image | movie: film | film: movie | song: track single | band: group | tv: television
phone: telephone | mobile: phone cell | car: automobile vehicle | bike: bicycle motorcycle
plane: aircraft airplane | ship: vessel boat deliver launch release | boat: ship vessel
train: railway rail | road: street highway route | street: road | house: home residence building
home: house residence | building: house structure block | office: headquarters bureau
headquarters: office based | shop: store | store: shop | school: academy college | college: university
university: college | teacher: professor instructor | student: pupil | church: chapel parish
priest: pastor minister clergy | king: monarch | queen: monarch | war: conflict battle
battle: fight war | fight: battle conflict | army: troops forces military | soldier: troops
soldiers: troops army | town: city village | village: town | spot: place location
site: website location | website: site page homepage | page: site website | web: internet
net: internet network | forum: board | chat: channel | email: mail | mail: email post letter
app: application software program | apps: application | software: program application
program: software | code: source program | repo: repository | repository: repo | pkg: package
pkgs: packages | docs: documentation | dev: developer development | devs: developers
developer: programmer author | programmer: developer | programmers: developers | lib: library
config: configuration | info: information | intro: introduction | pro: professional
yrs: years | vs: versus | max: maximum | min: minimum | num: number | prez: president | govt: government
gov: government | uni: university | lab: laboratory | gym: gymnasium | fridge: refrigerator
club: association society | association: society club organization | society: association club
organization: association body | group: association organization | team: group crew squad side
match: game | game: match | player: member | coach: trainer manager | stadium: ground field arena
tournament: cup championship competition | championship: league cup title tournament
cup: trophy tournament | meeting: assembly session conference | meetup: meeting | party: celebration
celebrate: anniversary | anniversary: jubilee birthday | event: conference
conference: convention congress | build: construct erect construction | built: construct erect
construct: build erect | rebuild: reconstruct restore renovate | renovate: restore refurbish
destroy: demolish ruin burn | demolish: destroy | burn: fire | blaze: fire | flood: inundate
storm: hurricane | quake: earthquake | move: relocate transfer shift | relocate: move | transfer: move
go: travel visit leave | come: arrive | arrive: come reach | visit: travel tour
trip: journey travel visit | travel: journey trip | leave: depart exit resign | flee: escape leave
escape: flee | stay: remain | live: reside residence | born: birth | grow: increase rise expand
rise: increase grow climb | increase: rise grow | shrink: decrease reduce decline | reduce: cut decrease
cut: reduce | double: twice twofold | half: halve halving | big: large huge major great | huge: large
large: big | small: little tiny | tiny: small | little: small | tall: height high | high: height
length: long | wide: width | deep: depth | old: age | fast: quick speed | quick: fast | slow: delay
slowly: delay | delay: postpone late | postpone: delay | cancel: abandon withdraw call scrap
late: delay | early: first | first: initial original | last: final | final: last | latest: last
main: principal major chief | important: major significant | famous: known | popular: common
weird: strange | scam: fraud scheme ponzi | fraud: scam | fake: false counterfeit | lie: false
secret: private confidential | hide: conceal secret
found: discover form establish create organize start inception | discover: find discovery
lost: missing | missing: lost disappear | disappear: vanish missing | vanish: disappear
appear: emerge come | cause: reason lead | reason: cause because | goal: aim purpose objective score
aim: goal purpose | plan: intend propose | idea: concept proposal | propose: suggest | suggest: propose
ask: request | request: ask | answer: reply respond | reply: respond answer | help: assist support aid
support: help | thank: credit | love: like | hate: dislike | meet: encounter | introduce: present
merge: merger fuse combine unite | merger: merge | split: divide separate fork | divide: split
fork: split | divorce: separate | separate: split | share: stake portion | stake: share
part: section portion | rest: remainder | total: sum all | count: number | number: count
tool: instrument program | machine: device
device: machine | gun: weapon | weapon: arms | food: meal | eat: meal dinner | drink: beverage
dress: clothes wear | wear: clothes | logo: emblem symbol | flag: banner | nickname: known called
slogan: motto | motto: slogan | anthem: song | language: tongue | write: author | writer: author
author: writer | book: volume work | paper: article | article: paper | newspaper: paper press
press: newspaper media | news: press | story: account history | history: past | diary: journal
teach: instruct | learn: study | study: research | research: study | test: trial experiment
try: attempt | attempt: try | succeed: success | success: succeed | fail: failure | failure: fail
problem: issue trouble difficulty | trouble: problem | danger: risk | risk: danger
safe: secure security | guard: protect | protect: guard | defend: defense | attack: assault
form: found establish create organize | establish: found form create organize institute
organize: found hold arrange | inaugurate: open | woman: lady female | lady: woman female
man: gentleman male | baby: child born infant birth | db: database | database: db | mac: macos osx apple
js: javascript | pc: computer | computer: pc | investor: fund invest capital
funding: fund raise invest | raise: fund invest | earn: pay salary income | salary: pay wage earn
profit: earn income surplus | debt: owe loan | loan: lend borrow | owe: debt | download: install user
user: customer member | customer: client user | client: customer | subscription: fee due sub
sub: subscription fee due | dues: subscription fee | fee: subscription price charge | charge: fee accuse
oppose: against reject veto object
veto: oppose reject | note: paper document manuscript | deputy: vice | treasurer: finance
champion: win title winner | title: champion | defeat: beat lose | beat: defeat win | score: goal
role: job function position | turn: convert transform become repurpose change
convert: turn transform become | transform: turn convert | absent: away miss | scope: telescope
retire: leave step resign discontinue end | reign: rule king | govern: rule | dig: excavate
climb: ascent ascend summit | ascent: climb | freed: release
free: release liberate independence gratis | fine: penalty punish | penalty: fine punish
accuse: charge allege indict | indict: charge accuse | guilty: convict plead
rob: steal theft heist hack burgle thief | robbery: theft steal rob heist | kidnap: abduct
bomb: explosion blast explode | explosion: explode blast | explode: explosion blast
shoot: gun kill shot | accident: crash disaster | sink: wreck shipwreck | hospital: clinic
surgery: operation | operation: surgery | parent: father mother | grave: tomb bury cemetery
bury: grave tomb funeral cemetery | funeral: bury | statue: monument memorial
monument: memorial statue | memorial: monument | room: space hall | hall: building room
flat: apartment | apartment: flat | rent: lease tenant | lease: rent | land: ground property
field: pitch ground | pub: tavern inn bar | factory: plant works mill | plant: factory
railway: railroad train line | railroad: railway | electricity: power electric | radio: broadcast
broadcast: air transmit | concert: perform performance gig | gig: concert performance
album: record release | singer: vocalist sing | actor: star act play | painter: paint artist
painting: paint picture portrait | magazine: journal newsletter | newsletter: bulletin magazine
journalist: reporter press | domain: address | currency: coin money | coin: currency token | mine: miner
value: price worth | worth: value price | price: cost value worth
peak: high top record | deadline: due end | due: deadline | motion: proposal resolution
decide: decision resolve agree | decision: decide resolve agree | resolve: decide
defer: postpone delay | rep: representative | representative: rep delegate | delegate: representative
cap: limit maximum max | limit: cap maximum max | rewrite: port | port: rewrite migrate convert
locale: language translation | performance: speed fast | speed: fast | lag: slow hang freeze
license: gpl copyright | maintainer: maintain lead developer | contributor: contribute developer
founder: found cofounder start create | cofounder: founder found
ceo: chief executive head founder director | director: head manager chief
takeover: acquire acquisition buy | acquire: buy purchase takeover | acquisition: acquire buy purchase
settlement: settle agree | protest: demonstrate demonstration riot | riot: protest uprising
strike: walkout protest | revolution: uprising revolt | uprising: revolt rebellion revolution
rebellion: revolt uprising | invade: invasion occupy attack | invasion: invade occupy
occupy: occupation invade | capture: take seize conquer | seize: take confiscate capture
confiscate: seize take | treaty: agreement peace | independence: independent free
overthrow: coup topple depose | exile: banish expel flee | expel: ban banish exclude
settler: settle colonist pioneer | native: indigenous | explore: explorer expedition
expedition: explore journey | graduate: degree | scholarship: grant | grant: fund award give
ceremony: dedicate inauguration | dedicate: ceremony consecrate open | roof: rooftop
expand: extend enlarge grow expansion | extend: expand extension | enlarge: extend expand
architect: design | design: plan architect | designer: design | volunteer: member unpaid join help
sponsor: fund support | finance: treasurer fund | hq: headquarters office | address: street location
located: based | base: headquarters locate | neighbor: adjacent next | province: region state
region: area | area: region district | district: area quarter | capital: city fund | mayor: burgomaster
minister: secretary | parliament: assembly | congress: conference convention
convention: conference congress | summit: conference peak | presentation: talk present
lecture: talk speech | recruit: hire join | follow: succeed after | predecessor: former before
formerly: previous | previous: former | origin: root begin derive source | derive: origin | root: origin
meaning: mean stand | mean: stand | quickly: fast rapid | spread: expand | reach: hit achieve exceed
hit: reach attain strike | exceed: reach | deliver: ship | unveil: announce reveal present
debut: premiere launch first | premiere: debut first | rollout: launch release
demo: demonstrate presentation | deprecate: drop remove discontinue | discontinue: stop end cease retire
crack: break decrypt | leak: disclose publish | seizure: seize | outage: down offline
downtime: outage offline | glitch: bug error | breach: hack | ransom: pay extort
extort: ransom blackmail | bribe: corruption | corruption: bribe | tax: duty levy
audit: review examine | review: audit examine | inspect: examine visit | forbid: ban prohibit
prohibit: ban forbid | lift: end revoke raise | revoke: withdraw cancel | scrap: abandon cancel drop
ruin: destroy | rubble: ruin | damage: destroy hit | rescue: save | save: rescue preserve
survive: survivor | victim: kill dead | injure: wound hurt | hurt: injure | wound: injure
starve: famine hunger | famine: hunger | plague: epidemic disease | epidemic: outbreak plague
outbreak: epidemic begin start | cure: treat heal | nurse: care | orphan: child
adopt: accept pass introduce | child: kid baby | son: child | daughter: child
brother: sibling | sister: sibling | couple: husband wife | widow: wife | engaged: betroth
diet: food eat | cook: chef | wine: vineyard | beer: brewery brew | brew: brewery beer | harvest: crop
crop: harvest | farm: farmer agriculture | fish: fishing fishery | hunt: hunter | dog: hound
horse: stallion | tree: wood | forest: wood | river: stream | lake: reservoir | hill: mountain
mountain: peak hill mount | island: isle | sea: ocean | coast: shore | beach: shore | harbor: port dock
dock: harbor port | bridge: viaduct | canal: waterway | wall: fortification | castle: fortress fort
fort: fortress castle | palace: residence | mansion: house residence | hut: cabin | cabin: hut
barn: shed | garage: workshop | workshop: course | course: class lesson workshop | class: lesson course
exam: test | pupil: student | headmaster: principal head | principal: headmaster head | dean: head
rector: head | pass: approve adopt | sign: contract agree | signed: sign contract | approval: approve
refusal: refuse
landlord: owner lease rent | tenant: rent lease occupy | reopen: open resume restart
amalgamate: merge combine unite | merge: amalgamate amalgamation absorb takeover
lockdown: covid pandemic | covid: pandemic coronavirus lockdown | pandemic: covid coronavirus
newsgroup: usenet group | prank: trick hoax joke | crest: badge emblem logo | badge: crest emblem logo
kit: uniform shirt jersey colours | shirt: jersey kit | captain: skipper lead captaincy
moderator: admin moderate | admin: administrator moderator | vicar: rector parson priest | rector: vicar
creator: create author founder | inventor: invent create | flu: influenza epidemic
blackout: outage power | burglary: theft break steal | brewery: brew beer | bar: pub tavern
cinema: film theatre movie | theatre: stage cinema | exhibition: exhibit display | fair: festival market
festival: fair celebrate carnival | carnival: festival parade | parade: procession march
goalkeeper: keeper goal | relegate: demote descend | promote: promotion rise | clinic: hospital doctor
snow: blizzard winter storm | blizzard: snow storm | hurricane: storm gale tornado
tornado: storm hurricane | gale: storm wind | landslide: mudslide slide | injury: injure hurt wound
shed: hut barn | hut: shed cabin barn | cabin: hut | pool: swim bath | tram: streetcar trolley
trolley: tram | highway: road route | airdrop: distribute distribution
delist: remove withdraw | depeg: collapse | exploit: hack attack vulnerability | freeze: suspend halt block
unfreeze: resume release | withdraw: withdrawal payout | withdrawal: withdraw payout
relaunch: launch restart | rebrand: rename logo brand | upgrade: update version migrate
update: upgrade version release | prototype: demo | patch: fix | wiki: documentation | blog: weblog site
homepage: site website page | hackathon: contest competition | class: course lesson
lesson: class course | childhood: born grow raise | scandal: affair controversy | suspension: suspend ban
mortgage: loan debt | attendance: crowd spectator attend | crowd: attendance spectator | tie: draw
stranded: trap | stuck: trap strand block | debut: first | outing: trip excursion | picnic: outing trip
excursion: trip outing | chairwoman: chair president head | principal: head headmaster director
headmaster: principal head | editor: edit | carpenter: builder joiner | squatters: occupy
evict: expel terminate notice | eviction: expel terminate notice
bailiff: court | demo: demonstration protest
spam: bot abuse | troll: abuse harass | kicked: expel ban exclude dismiss | banned: expel exclude forbid
"""
