"""Words that ask for the same thing: the commonest verbs and nouns of questions with what texts say instead.

The English rows were kept for a gain on open questions; the rows and phrases of Chinese and Russian were
written because another language's word needs its English one.
"""

from __future__ import annotations

from bot.search.words.analysis import is_unspaced, term

PAIR = 2  # unspaced characters that are indexed together
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
observatory / 天文台 обсерватория обсерваторию обсерватории обсерваторией
telescope / 望远镜 望遠鏡 телескоп телескопы
museum / 博物馆 博物館 музей музея музее
library / 图书馆 圖書館 библиотека библиотеку библиотеки
church / 教堂 教会 教會 церковь церкви храм
bridge / 大桥 大橋 桥 橋 мост моста
castle / 城堡 замок замка
tower / 塔 башня башню башни
house building / 房子 大楼 大樓 楼房 дом дома здание здания
factory mill / 工厂 工廠 завод завода фабрика фабрику
station / 车站 車站 станция станцию станции вокзал
railway train / 铁路 鐵路 火车 火車 железная поезд
road street / 街道 道路 улица улицу дорога дорогу
island / 岛 島 остров острова
river / 河流 река реки реку
mountain / 山 гора гору горы
club society / 俱乐部 俱樂部 协会 協會 клуб клуба общество общества
team / 团队 團隊 球队 球隊 команда команду команды
member / 成员 成員 会员 會員 член члены членов участник участники участников
founder / 创始人 創始人 основатель основателем основателя
chairman head / 主席 会长 會長 председатель председателем глава руководитель
department chair / 系 部门 部門 教研室 кафедра кафедру кафедрой кафедры отдел
professor / 教授 профессор
student / 学生 學生 студент студенты студентов
teacher / 老师 老師 教师 教師 учитель преподаватель
academy / 学院 學院 академия академии
science / 科学 科學 наука наук науки
prize award / 奖 獎 奖项 獎項 премия премию премии награда
book / 书 書 书籍 книга книгу книги
newspaper / 报纸 報紙 газета газету газеты
magazine journal / 杂志 雜誌 журнал журнала
song / 歌曲 песня песню
music / 音乐 音樂 музыка музыки
game match / 比赛 比賽 游戏 遊戲 игра игру матч матча
football soccer / 足球 футбол футболу
stadium / 体育场 體育場 стадион стадиона
champion championship / 冠军 冠軍 чемпион чемпионат чемпионом
wedding / 婚礼 婚禮 свадьба
surgery operation / 手术 手術 операция операцию
hospital / 医院 醫院 больница больницу
doctor / 医生 醫生 врач врача доктор
disease / 疾病 болезнь болезни
fire / 火灾 火災 大火 пожар пожара
flood / 洪水 наводнение
earthquake / 地震 землетрясение
attack / 攻击 攻擊 袭击 襲擊 атака атаку нападение
hack hacker / 黑客 駭客 взлом взломали хакеры
theft steal / 被盗 被盜 偷 украли кража похитили похищено
bankrupt bankruptcy / 破产 破產 倒闭 倒閉 банкротство обанкротился
court judge / 法院 法庭 суд суда судья
law / 法律 закон закона
police / 警察 警方 полиция полиции милиция
government / 政府 правительство правительства власти
bank / 银行 銀行 банк банка
investor invest / 投资者 投資者 вкладчик вкладчики вкладчиков инвестор инвесторы
customer user / 用户 用戶 客户 客戶 пользователь пользователей клиент клиентов
share stock / 股票 股份 акция акции акций
mine miner mining / 挖矿 挖礦 矿工 礦工 майнинг майнер
halving / 减半 減半 халвинг
wallet / 钱包 錢包 кошелек
block / 区块 區塊 блок блока
network / 网络 網絡 сеть сети
website site / 网站 網站 сайт сайта
server / 服务器 伺服器 сервер сервера
software program / 软件 軟體 软体 программа программу программы
computer / 电脑 電腦 计算机 計算機 компьютер компьютеры
phone / 手机 手機 电话 電話 телефон
watch / 手表 手錶 часы
car / 汽车 汽車 машина автомобиль
version / 版本 версия версию версии
code source / 代码 代碼 源码 код кода
foundation / 基金会 基金會 фонд фонда основание
system / 系统 系統 система систему
light / 光 灯光 свет света
pollution / 污染 загрязнение
architect / 建筑师 建築師 архитектор архитекторы архитекторов
engineer / 工程师 工程師 инженер инженеров
painter artist / 画家 畫家 художник
writer author / 作家 писатель
king / 国王 國王 король царь
queen / 女王 王后 королева
emperor / 皇帝 император
army / 军队 軍隊 армия армии
village town / 村庄 村莊 镇 鎮 деревня село поселок
land / 土地 земля земли
map / 地图 地圖 карта карту
winter / 冬天 冬季 зима зимой
summer / 夏天 夏季 лето летом
food eat / 食物 еда
tool / 工具 инструмент
gift donate / 捐赠 捐贈 礼物 禮物 подарок подарили
present give donate / 赠送 贈送 передали передал передана передано подарил
close shut / 关闭 關閉 关门 關門 закрыть закрыл закрыли закрыта закрыт
open / 开放 開放 开业 開業 открыть открыли открыта открыт открылся открылась
rename name / 改名 更名 переименован переименовали переименована
merge / 合并 合併 объединили объединение слияние
expand / 扩建 擴建 расширение расширили
destroy / 毁 毀 摧毁 摧毀 разрушен разрушили уничтожен
demolish / 拆除 снесли снесен снесена
rebuild restore / 重建 修复 修復 восстановили восстановлен реставрация
transfer / 转移 轉移 移交 перенесли передали
travel visit / 旅行 访问 訪問 посетил посетили поездка
publish / 出版 发表 發表 опубликовал опубликована издал издана
translate translation / 翻译 翻譯 перевод перевел
graduate / 毕业 畢業 окончил окончила выпускник
design / 设计 設計 спроектировал проект
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


def _translations() -> dict[str, tuple[str, ...]]:
    """Of Chinese only what is indexed as it stands: words of two characters."""
    table: dict[str, dict[str, None]] = {}
    for english, foreign in _rows():
        terms = [term(word) for word in foreign if not is_unspaced(word) or len(word) == PAIR]
        for word in map(term, english[:1]):
            table.setdefault(word, {}).update(dict.fromkeys(terms))
    return {word: tuple(others) for word, others in table.items() if others}


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
TRANSLATIONS = _translations()  # term of English -> terms of Chinese and Russian
SYNONYMS = _table()  # term (or unspaced word as written) -> terms with their weights
UNSPACED_WORDS = tuple(sorted((word for word in SYNONYMS if is_unspaced(word)), key=len, reverse=True))
