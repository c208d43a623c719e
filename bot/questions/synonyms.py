"""Words that ask for the same thing: the commonest verbs and nouns of questions with what texts say instead.

The English rows were kept for a gain on open questions; the rows and phrases of Chinese and Russian were
written because another language's word needs its English one.
"""

from __future__ import annotations

from bot.search.words.analysis import is_unspaced, term

WEIGHT = 0.5  # of another word of the row against the word itself
FOREIGN_WEIGHT = 0.9  # when the question's word is of another language
# Words of English; behind the stroke those of Chinese and Russian.
_ROWS = """
begin start commence launch / 开始 開始 начать начал начала началась начался начало
end finish complete conclude close / 结束 結束 закончить закончил закончилась завершился
die death killed / 去世 死 умереть умер умерла смерть
born birth / 出生 родился родилась рождение
found establish create set founder / 成立 创立 創立 创办 創辦 建立 основать основал основана создал создали
launch release introduce / 推出 上线 上線 发布 發布 запустить запустил запустила запустили выпустил
win victory defeat beat award / 赢 贏 获胜 獲勝 победить победил выиграл
last final
tv television / 电视 電視
old age
move relocate migrate arrive go / 搬 迁 遷 переехать переехал переехала переехали переезд
leave depart quit resign / 离开 離開 离职 離職 покинуть покинул покинула ушел ушла уволился
step resign quit / 辞职 辭職 下台 уйти ушел подал отставка
buy purchase acquire / 买 買 购买 購買 收购 收購 купить купил купила купили
sell sale sold / 卖 賣 出售 продать продал продала
sue lawsuit charge accuse / 起诉 起訴 控告 指控 иск подала обвинить обвинил обвинила
ban prohibit outlaw forbid / 禁止 封禁 取缔 取締 запретить запретил запретила запретили запрет
arrest detain custody / 逮捕 被捕 арестовать арестовали арестован арест
release free / 释放 釋放 获释 獲釋 освободить освободили освобожден вышел
sentence prison jail / 判刑 判 被判 приговорить приговорили приговорен
prison jail / 监狱 監獄 入狱 入獄 坐牢 тюрьма тюрьму тюрьме
pardon / 赦免 特赦 помиловать помиловал помилование
fine penalty / 罚款 罰款 штраф
pay / 支付 付 заплатить заплатил заплатила
invest investment / 投资 投資 инвестировать инвестировал вложил инвестиции
meet encounter / 见面 見面 认识 認識 会面 會面 встретиться встретил встретились познакомился
marry wife husband / 结婚 結婚 женился вышла
join / 加入 присоединиться присоединился
appoint become / 任命 成为 成為 назначить назначен стал стала
office headquarters / 办公室 辦公室 总部 總部 офис
exchange / 交易所 биржа
cryptocurrency crypto / 加密货币 加密貨幣 криптовалюта криптовалюты
bitcoin btc / 比特币 比特幣 биткоин биткойн
ethereum / 以太坊 эфириум
company firm / 公司 компания компании
president / 总统 總統 президент
author i my me / 作者 автор
announce / 宣布 объявить объявил объявила
war / 战争 戰爭 война
invent invention / 发明 發明 изобрести изобрел
discover discovery / 发现 發現 открыть открыл
build construct / 建造 построить построен построили
film movie / 电影 電影 фильм
job occupation profession
cost price worth / 价格 價格 цена стоит
doctor physician
country nation / 国家 國家 страна
work job / 工作 работать работал работала работа работают
confess admit plead guilty / 认罪 認罪 признать признал признала вину
live home / 住 жить жил живет
first / 第一 首次 первый первая первое впервые
money sum / 钱 錢 деньги денег
wear clothes dress coat / 穿 носить одет одета
eat lunch dinner / 吃 есть ел обед
name / 名字 имя
speech talk keynote / 演讲 演講 речь
resume cv / 简历 簡歷 резюме
conference / 大会 大會 конференция конференции
author / 作者 автор
city / 城市 город
deal agreement / 交易 сделка сделку
rumor / 传闻 傳聞 слух слухи
letter / 信 письмо
photo picture / 照片 фото
school university college / 学校 學校 школа университет
son / 儿子 兒子 сын
friend / 朋友 друг
day / 天
million / миллион
billion / миллиард
post tweet
whitepaper paper / 白皮书 白皮書
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
sit serve / 服刑 сидеть сидел сидела отбывал срок
dollar / 美元 доллар доллары
release free / 出狱 出獄
"""


def _rows() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    halves = (line.partition("/") for line in _ROWS.strip().splitlines())
    return [(tuple(english.split()), tuple(foreign.split())) for english, _, foreign in halves]


def _table() -> dict[str, tuple[tuple[str, float], ...]]:
    table: dict[str, dict[str, float]] = {}
    for english, foreign in _rows():
        terms = tuple(dict.fromkeys(map(term, english)))
        for word in terms:
            table.setdefault(word, {}).update((other, WEIGHT) for other in terms if other != word)
        for word in foreign:
            key = word if is_unspaced(word) else term(word)
            for rank, other in enumerate(terms):
                table.setdefault(key, {}).setdefault(other, FOREIGN_WEIGHT if rank == 0 else WEIGHT)
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
own up / admit confess
go bust / bankrupt bankruptcy insolvent collapse
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
come back / return
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
turn into / become convert
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
SYNONYMS = _table()  # term (or unspaced word as written) -> terms with their weights
UNSPACED_WORDS = tuple(sorted((word for word in SYNONYMS if is_unspaced(word)), key=len, reverse=True))
