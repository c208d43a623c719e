"""Words that ask for the same thing: the commonest verbs and nouns of questions with what texts say instead.

Each row was kept for a gain on open questions, or because another language's word needs its English one.
"""

from __future__ import annotations

from bot.search.analysis import is_unspaced, term

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
move relocate migrate arrive / 搬 迁 遷 переехать переехал переехала переехали переезд
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


SYNONYMS = _table()  # term (or unspaced word as written) -> terms with their weights
UNSPACED_WORDS = tuple(sorted((word for word in SYNONYMS if is_unspaced(word)), key=len, reverse=True))
