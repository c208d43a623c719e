"""Rows of everyday words and of what texts say instead, by language; data for `everyday`."""

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
RUSSIAN = """
ушел: покинул уволился | ушла: покинула уволилась | основали: создали учредили
украли: похитили взломали | закрыли: ликвидировали расформировали | закрылся: прекратил
посадили: арестовали осудили заключение | сел: тюрьма заключение
вышел: освободили освобожден выпущен опубликован выпуск | придумал: изобрел создал
придумали: изобрели создали | сделали: создали разработали | начальник: руководитель директор заведующий
главный: руководитель заведующий | руководил: заведовал возглавлял
возглавил: назначен руководитель заведующий | дали: присудили вручили | деньги: средства рублей
стоит: цена стоимость | переехали: переезд перебрались | разорился: банкрот банкротство
обанкротился: банкрот банкротство | взломали: хакеры атака | сломали: взломали | уволили: отстранили
поженились: брак свадьба | начали: старт | открыли: основали открытие открылась открылся
запустили: запуск начало | купили: приобрели | продали: продажа | написал: автор
учился: окончил студент | выпуск: выпускники | умер: скончался смерть погиб | умерла: скончалась смерть
погиб: умер убит | скончался: умер смерть | основал: создал учредил организовал
основан: создан образован учрежден | основана: создана образована | создан: основан образован
создана: основана образована | создали: основали образовали организовали
появился: создан возник основан | появилась: создана возникла основана | возник: создан появился
открылся: открытие открыт | построили: построен сооружен постройка | построен: сооружен возведен
купил: приобрел покупка | продал: продажа | переименовали: переименован название
переименован: название
победил: выиграл победа чемпион | выиграл: победа победил чемпион | выиграли: победа победили чемпионы
проиграл: поражение | уволился: покинул ушел | женился: брак жена свадьба
вышла: опубликована выпущена выпуск | выпустили: выпуск выпущен | запустил: запуск начало
арестовали: арест задержали | арест: задержание | задержали: арест | отпустили: освободили
убили: убийство убит застрелен | убит: убийство | погибли: жертвы гибель | сгорел: пожар
сгорела: пожар | пожар: сгорел | взорвали: взрыв | взрыв: взорвали | разрушили: разрушен снесен
снесли: разрушен снесен | восстановили: восстановлен реставрация | ремонт: реконструкция
отремонтировали: ремонт | перестроили: реконструкция | закрыт: ликвидирован упразднен
закрыта: ликвидирована упразднена | распался: распущен ликвидирован | директор: руководитель начальник
руководитель: директор глава начальник | глава: руководитель председатель
председатель: глава руководитель | основатель: основал создатель создал | создатель: основатель автор
автор: написал создатель | придумала: изобрела создала | изобрел: создал придумал
заработал: получил прибыль | заплатил: оплатил уплатил | стоил: цена стоимость | цена: стоимость
зарплата: оклад | школа: училище | институт: университет вуз | вуз: университет институт
завод: предприятие | фабрика: завод | магазин: лавка | церковь: храм собор | храм: церковь
кладбище: могила похоронен | похоронен: могила кладбище | памятник: монумент | война: боевые
сражение: битва бой | битва: сражение бой | сын: ребенок дети | дочь: ребенок дети | дети: сын дочь
жена: супруга | муж: супруг | ребята: участники
сотрудников: работников человек | квартира: дом | команда: группа коллектив | игра: матч | матч: игра
приз: награда премия | премия: награда приз | награда: премия орден | первый: впервые | впервые: первый
начало: основание | конец: окончание завершение | закончил: окончил завершил
закончили: завершили окончание | окончил: закончил выпускник | версия: релиз выпуск
релиз: версия выпуск | добавили: добавлена поддержка добавлен | убрали: удалена удален
исправили: исправлена исправлен | переехал: переезд перебрался | уехал: эмигрировал покинул
вернулся: возвращение | вернули: возвращение | украл: похитил | обманул: мошенничество
суд: приговор процесс | посадил: заключение | приговор: суд осужден | осудили: приговор осужден
штраф: оштрафован
расписались: поженились брак свадьба | бросил: прекратил оставил перестал | бросили: прекратили оставили
вступил: принят член | вступили: приняты члены | снесли: разрушен разобран | избрали: избран выборы
выгнали: исключен уволен | подарил: передал дар пожертвовал
дал: выделил пожертвовал | дали: выделили пожертвовали | супруги: муж жена пара | пара: супруги
зарегистрировали: регистрация зарегистрирован | собрались: собрание встреча | собирались: собрания встречи
взорвался: взрыв | утонул: погиб | погиб: гибель смерть | пропал: исчез
"""
# Words of two characters: those are what is indexed.
CHINESE = """
披萨: 比萨 | 比萨: 披萨 | 央行: 银行 | 减半: 一半 | 手表: 腕表 | 诞生: 创立 成立 出现 出生
成立: 创立 创办 建立 创建 | 创立: 成立 创办 创建 | 创办: 成立 创立 创建 | 创建: 成立 创立 建立
建立: 成立 创建 | 建成: 竣工 落成 完工 | 落成: 建成 竣工 | 竣工: 建成 落成 | 修建: 建造 兴建
去世: 逝世 病逝 死亡 | 逝世: 去世 病逝 | 死亡: 去世 死于 | 倒闭: 破产 关闭 停业 | 破产: 倒闭 清算
关闭: 关停 停止 停业 | 关门: 关闭 停业 倒闭 | 停业: 关闭 倒闭 | 停止: 暂停 终止 | 暂停: 停止 中止
上线: 推出 发布 启动 | 推出: 发布 上线 | 发布: 推出 公布 上线 | 启动: 上线 开始 | 公布: 发布 宣布
宣布: 公布 声明 | 禁令: 禁止 | 禁止: 取缔 封禁 | 封禁: 禁止 | 被抓: 逮捕 拘留 被捕 | 逮捕: 拘捕 被捕
被捕: 逮捕 拘捕 | 坐牢: 监狱 入狱 服刑 | 入狱: 监狱 服刑 | 出狱: 释放 获释 | 释放: 获释 出狱
被盗: 盗窃 黑客 | 偷走: 盗窃 被盗 | 被黑: 黑客 攻击 | 黑客: 攻击 | 攻击: 袭击 | 收购: 购买 并购
购买: 收购 买下 | 合并: 并购 | 出售: 卖出 售出 | 卖掉: 出售 售出 卖出 | 辞职: 离职 卸任 辞去
离职: 辞职 离开 | 离开: 离职 退出 | 退出: 离开 | 卸任: 辞职 离任 | 上任: 就任 任命 | 当选: 选举
搬家: 搬迁 迁往 | 搬到: 迁往 迁至 移至 | 搬迁: 迁往 迁移 | 结婚: 婚礼 | 离婚: 婚姻 | 老家: 家乡 故乡
家乡: 故乡 老家 | 公司: 企业 | 老板: 总裁 | 总裁: 董事 | 创始: 创立 | 价格: 价值 | 暴跌: 下跌 崩盘 大跌
大跌: 下跌 暴跌 | 崩盘: 暴跌 | 大涨: 上涨 | 上涨: 大涨 涨到 | 首次: 第一 | 第一: 首次 首个 首位
改名: 更名 改称 | 更名: 改名 改称 | 起诉: 控告 诉讼 指控 | 指控: 起诉 控告 | 判刑: 判决 判处 | 罚款: 处罚
处罚: 罚款 | 电脑: 计算 | 手机: 电话 | 作者: 撰写 | 写的: 作者 撰写 | 发明: 创造 | 设计: 打造
参加: 加入 出席 | 加入: 参加 | 开业: 开张 营业 | 开张: 开业 | 开通: 通车 启用 | 通车: 开通
火灾: 大火 烧毁 | 着火: 火灾 大火 | 大火: 火灾 | 地震: 震灾 | 战争: 战役 | 获奖: 奖项 荣获 | 得奖: 获奖
冠军: 夺冠 获胜 | 夺冠: 冠军 | 毕业: 学位 | 上学: 就读 入学 | 读书: 就读 | 出版: 发行 刊行 | 发行: 出版
生日: 出生 | 出生: 诞生 生于 | 住在: 居住 | 工资: 薪水 | 钱包: 资金 | 骗局: 欺诈 诈骗 | 诈骗: 欺诈 骗局
重启: 恢复 | 恢复: 重启 重新
放出: 出狱 获释 释放 | 抓到: 逮捕 被捕 | 抓住: 逮捕 被捕 | 关门: 关闭 停业 | 开张: 开业 成立
"""
GERMAN = """
aufgehört: beendet verlassen ende endet | aufhören: beenden ende
geld: euro finanzierung förderung mittel | raus: verlassen auszug ausziehen
ausgezogen: verlassen auszug | eingezogen: einzug bezogen | umgezogen: umzug bezogen zieht
anfang: beginn gründung start | angefangen: beginn begonnen start gestartet | los: beginn start
gegründet: gründung entstanden gebildet | gründer: gegründet gründung
chef: leiter vorsitzender geschäftsführer | leiter: chef leitung vorsitzender
vorsitzender: präsident vorstand vorsitz | vorsitzende: präsident vorstand vorsitz
gestorben: verstorben tod verstarb | tot: gestorben tod verstorben | geboren: geburt
geheiratet: heirat hochzeit | gewonnen: sieg meister gewinn | verloren: niederlage
gekauft: kauf erworben erwerb | verkauft: verkauf veräußert | gebaut: bau errichtet erbaut
errichtet: gebaut erbaut bau | abgerissen: abriss abbruch | renoviert: sanierung umbau renovierung
umgebaut: umbau | eröffnet: eröffnung einweihung eingeweiht | aufgemacht: eröffnet eröffnung
zugemacht: geschlossen schließung | geschlossen: schließung | aufgelöst: auflösung
pleite: insolvenz bankrott konkurs | verhaftet: festgenommen verhaftung | verurteilt: urteil strafe
gericht: urteil klage prozess | verklagt: klage | klage: verklagt | bezahlt: zahlung kosten
gekostet: kosten preis | kosten: preis | preis: auszeichnung kosten | brand: feuer abgebrannt
feuer: brand | abgebrannt: brand feuer | hochwasser: überschwemmung | krieg: kämpfe
umbenannt: umbenennung name | namen: umbenannt | neu: neue | leute: personen mitglieder menschen
mitglieder: personen | verein: klub club | club: verein klub | mannschaft: team | spiel: partie
turnier: pokal meisterschaft | platz: sportplatz stadion | halle: saal | schule: gymnasium
kirche: pfarrkirche kapelle | pfarrer: priester geistlicher | bahnhof: station | zug: bahn eisenbahn
aufgehört: niedergelegt zurückgetreten rücktritt abgegeben | zurückgetreten: rücktritt niedergelegt
webseite: homepage internetseite website | homepage: webseite website internetseite
website: homepage webseite internetseite | online: start internet | krach: streit konflikt eklat
streit: konflikt krach eklat | ausgetreten: austritt austritte | eingetreten: beitritt eintritt
eingetragen: eintragung vereinsregister register | vorstand: vorsitzender vorsitz | gestartet: start beginn
mitgliedsbeitrag: beitrag beiträge | beitrag: mitgliedsbeitrag beiträge | übernommen: übernimmt nachfolger
nachfolger: übernommen übernimmt folgt | rausgeschmissen: ausgeschlossen kündigung gekündigt
"""
SPANISH = """
fundó: creó fundación nació | fundación: creación nacimiento | creó: fundó creación
empezó: inicio comienzo comenzó | empezaron: inicio comienzo comenzaron
volvieron: regreso retorno regresaron | volvió: regreso retorno regresó
jugaban: disputó disputar partidos | jugar: disputar actividad inactividad
jugaron: participar disputaron | pileta: piscina natatorio | piscina: pileta
hicieron: construcción construyó obra | construyeron: construcción obra edificó
inauguraron: inauguración inauguró | ganaron: campeón título triunfo
ganó: campeón título triunfo obtuvo | perdió: derrota | campeón: título campeonato
murió: falleció fallecimiento muerte | falleció: murió muerte | nació: nacimiento nacido
casó: matrimonio boda | cancha: estadio campo terreno | estadio: cancha campo | sede: local edificio
compraron: compra adquirió adquisición | compró: compra adquirió | vendieron: venta | vendió: venta
cerró: cierre clausura | cerraron: cierre clausura | incendio: fuego quemó | quemó: incendio fuego
jefe: presidente director | presidente: titular | dinero: fondos pesos
nombre: denominación apodo llamó | apodo: nombre sobrenombre | llaman: apodo nombre
equipo: plantel conjunto | jugador: futbolista | gol: tanto goles | socios: miembros | escuela: colegio
iglesia: capilla parroquia | cura: sacerdote párroco | guerra: batalla combate
renunció: renuncia dimisión | renunciar: renuncia | dejaron: abandonar abandono
dejó: abandonó abandono | mudaron: traslado | mudó: traslado | gente: personas
echaron: expulsó despidió | fundaron: creó fundación nació | crearon: fundación creación
organizaron: organización celebró | abrieron: apertura inauguración | abrió: apertura inauguración
empezaron: inició | acabó: fin final terminó | terminó: fin final | robaron: robo hurto
"""
