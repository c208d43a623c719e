"""Names that every reader knows by several names, in whatever document they stand."""

from __future__ import annotations

# The names of a row mean the same thing; "US" and "U.S." are read as "USA" wherever they stand. Names that
# are words too when they are written small ("LA", "UN", "WHO") are left out.
_ROWS = """
United States | United States of America | USA | США | Соединенные Штаты | 美国 | 美國
United Kingdom | UK | Great Britain | Britain | Великобритания | 英国 | 英國
European Union | EU | Евросоюз | Европейский союз | 欧盟 | 歐盟
United Nations | ООН | 联合国 | 聯合國
Soviet Union | USSR | СССР | Советский Союз | 苏联 | 蘇聯
United Arab Emirates | UAE | ОАЭ | 阿联酋 | 阿聯酋
World War I | First World War | WWI | World War 1 | WW1 | Первая мировая война
World War II | Second World War | WWII | World War 2 | WW2 | Вторая мировая война
New York City | NYC
Hong Kong | HK | Гонконг | 香港
chief executive officer | chief executive | CEO
initial coin offering | ICO
initial public offering | IPO
Securities and Exchange Commission | SEC
Commodity Futures Trading Commission | CFTC
Department of Justice | Justice Department | DOJ
Federal Bureau of Investigation | FBI
non-fungible token | NFT
anti-money laundering | AML
artificial intelligence | AI
gross domestic product | GDP
Hacker News | HN
Bitcoin | BTC | 比特币 | 比特幣 | биткоин | биткойн
Bitcoin Cash | BCH
Ethereum | ETH | 以太坊 | эфириум
Y Combinator | YC
Google Ventures | GV
annual general meeting | AGM
special general meeting | SGM
Internal Revenue Service | IRS
Federal Trade Commission | FTC
Financial Crimes Enforcement Network | FinCEN
Central Intelligence Agency | CIA
International Monetary Fund | IMF
Massachusetts Institute of Technology | MIT
Free Software Foundation | FSF
Twitter | Твиттер | 推特
Facebook | Фейсбук | 脸书 | 臉書
YouTube | Ютуб | Ютьюб
Telegram | Телеграм | Телеграмм
WhatsApp | Ватсап
Skype | Скайп
Google | Гугл | 谷歌
Microsoft | Майкрософт | 微软 | 微軟
Wikipedia | Википедия | 维基百科 | 維基百科
Московский государственный университет | МГУ
Санкт-Петербург | СПб
"""
WELL_KNOWN = tuple(tuple(name.strip() for name in row.split("|")) for row in _ROWS.strip().splitlines())
