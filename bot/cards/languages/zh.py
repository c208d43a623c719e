"""Chinese, in simplified characters."""

LANGUAGE, NAME, THOUSANDS = "zh", "中文", ","


def form_of(number: int) -> int:  # noqa: ARG001 - the same whatever the number
    """The only form there is."""
    return 0


TEXTS: dict[str, str | tuple[str, ...]] = {
    # menus of commands, up to 256 characters
    "menu_ask": "提一个关于我们历史的问题",
    "menu_timeline": "时间线：某个主题或某段时间",
    "menu_on": "某个日期发生了什么",
    "menu_today": "历史上的今天",
    "menu_random": "随便看一条有日期的内容",
    "menu_quiz": "小测验：那是什么时候？",
    "menu_daily": "每日发布历史上的今天",
    "menu_sources": "我读过的来源及其年代",
    "menu_help": "怎么提问",
    "menu_privacy": "我保存了你的哪些数据",
    "menu_add": "添加文档",
    "menu_reload": "重新读取文档",
    "menu_rollback": "恢复以前的资料库",
    "menu_remove": "移除一份文档",
    "menu_remember": "把所回复的消息记入历史",
    "menu_forget": "撤下被记下的消息",
    "menu_why": "为什么这样回答？（回复）",
    "menu_teach": "亲自给出答案（回复）",
    "menu_alias": "同一事物的名称",
    "menu_event": "有日期的事件的别称",
    "menu_pin": "固定这个回答（回复）",
    "menu_stats": "大家问了什么",
    "menu_export": "把所有提问导出成文件",
    "menu_status": "机器人的状态",
    # cool-downs
    "cooldown": "一下子太多了。{duration}后我再回答。",
    "cooldown_inline": "一下子太多了，{duration}后再回答",
    "cooldown_press": "一下子太多了，请等{duration}。",
    # buttons
    "unknown_button": "我不认识这个按钮。",
    "button_too_old": "这个回答太久了，按钮已失效。请再问一次！",
    "voted_up": "谢谢！👍",
    "voted_down": "已记下 👎 谢谢，这让我知道还要学什么。",
    "vote_taken_back": "已撤回。",
    "vote_later": "现在记不下来，请过几分钟再试。",
    # help
    "start_title": "<b>你好！来问我们的历史吧。</b>",
    "start_what": "我用原文段落回答，一字不改，并告诉你发生的时间。",
    "start_more": "/timeline 看什么时候发生了什么，/sources 看我读过的来源，/help 看怎么提问。",
    "for_example": "例如：<i>{example}</i>",
    "help_title": "<b>怎么提问</b>",
    "help_private": "直接写下你的问题。",
    "help_group": "用 <code>/ask 你的问题</code> 提问，或回复我的消息。",
    "help_group_mention": "用 <code>/ask 你的问题</code> 提问、提及 @{username}，或回复我的消息。",
    "help_reply": "别人提了问题？用 /ask 回复那条消息。",
    "help_unasked": "直接问：有把握时我会主动回答。",
    "help_go_on": "回复我的回答可以接着问：“2018年呢？”“为什么？”“后来呢？”“来源？”",
    "help_edit": "打错字了？编辑问题，我会改正回答。",
    "help_inline": "在其他聊天中：输入 <code>@{username} 你的问题</code>，再选一个回答。",
    "help_examples": "<b>例如</b>",
    "help_for_managers": "<b>管理员</b>",
    "help_only_quotes": "我只引用原文。来源里没有的，我不知道。",
    "help_in_terminal": (
        "<b>怎么提问</b>\n"
        "输入问题后按回车；方向键可调出之前的问题。\n"
        "• 接着回答往下看：<b>更多</b>、<b>之前</b>、<b>之后</b>、<b>上下文</b>、"
        "<b>来源</b>，或“2018年呢？”\n"
        "• <b>/timeline 东京 2017</b>、<b>/on 2017年9月</b> 和 <b>/today</b> 列出有日期的事，"
        "<b>/random</b> 随便看一条\n"
        "• <b>/sources</b> 看我读过的来源\n"
        "• <b>/reload</b> 重新读取文档，<b>/reload anyway</b> 跳过有错的文档\n"
        "• <b>/quit</b> 退出，Ctrl-D 和 Ctrl-C 也可以"
    ),
    "added_what": "<b>你好！来问我们的历史吧</b>：我用原文段落回答，并告诉你时间。",
    "added_admins": "管理员：/settings。本聊天的编号是 <code>{number}</code>。",
    "and_more": ("……还有{n}个。",),
    "forwarded": "我不回答转发来的内容，请自己写下问题。",
    "unknown_command": "我不认识 <b>{command}</b>。/help 看我会什么。",
    "text_only": "我只会读文字。写下问题，我来查。",
    # settings of a chat
    "menu_settings": "本聊天的设置",
    "settings_of_group": "<b>本群设置</b>",
    "settings_of_group_hint": "本群管理员可以在这里修改。",
    "settings_of_member": "<b>你的设置</b>",
    "settings_of_member_hint": "适用于我们的私聊，以及你在其他聊天中用 @ 提的问题。",
    "settings_spoken_to": "• 只在有人找我时回答：/ask、提及我、回复我的消息。",
    "settings_sure": "• 有人找我时回答；其他问题在我有把握时也回答。",
    "settings_privacy_mode": (
        "⚠️ 但 Telegram 的隐私模式已开启，我看不到其他问题。"
        "请在 @BotFather（/setprivacy）关闭，再把我移出群组后重新添加。"
    ),
    "settings_names": "• /remember 记下的内容会注明作者。",
    "settings_no_names": "• /remember 记下的内容不注明作者。",
    "settings_when_spoken_to": "找我时才答",
    "settings_when_sure": "有把握也答",
    "settings_names_on": "作者：注明",
    "settings_names_off": "作者：不注明",
    "settings_votes_shown": "👍 👎：显示",
    "settings_votes_hidden": "👍 👎：隐藏",
    "settings_sources": "来源：{shown}/{every}",
    "settings_close": "关闭",
    "settings_back": "‹ 返回",
    "settings_saved": "好了。",
    "settings_sources_title": "<b>我在这里依据哪些来源回答</b>",
    "settings_sources_used": ("共{every}个来源，使用{n}个。点一下即可停用或启用。",),
    "settings_one_source": "至少要保留一个来源，否则我无从回答。",
    "settings_for_admins": "只有本群管理员可以修改。",
    "settings_later": "Telegram 暂时没告诉我谁是本群管理员，请一分钟后再试。",
    # greetings, thanks, questions that are taken back
    "you_are_welcome": "不客气！",
    "about_bot": (
        "我是了解我们历史的机器人：我用原文段落回答问题，一字不改，并告诉你发生的时间。/help 看怎么提问。"
    ),
    "greeting_returned": "你好！关于我们的历史，你想知道什么？",
    "farewell_returned": "再见！",
    "laughter_returned": "😄",
    "ask_whenever": "好的！想了解我们的历史时，随时问我。",
    "ask_in_words": "🙂 用文字问我，我来查。",
    "answered_above": "刚才在上面回答过了 ☝️",
    "correction_later": "现在无法更正回答，请过几分钟再问一次。",
    "question_withdrawn": "<i>问题已撤回。</i>",
    # to those who are no members, where only members are answered
    "members_only": "我在这里只回答本群成员的问题。请在群里问我，或先加入群组。",
    "members_later": "我现在查不到你是不是群成员，请一分钟后再试。",
    "members_inline": "我只回答本群成员",
    "members_inline_later": "暂时不行，请一分钟后再试",
    # errors
    "too_long": "太长了，请用一两句话提问。",
    "too_late": "我刚才不在，这个问题等得太久了。还想知道的话，请再问一次。",
    "error": "抱歉，出了点问题，请稍后再试。",
    "look_up_later": "现在查不了，请过几分钟再试。",
    # what is stored
    "privacy_page": (
        "<b>我保存什么、保存多久</b>\n"
        "• 有人提过问题、什么时候、我有没有回答。\n"
        "• 谁在哪个聊天里问的：只存用密钥生成的代码，不存号码和姓名。\n"
        "• 问题的文字：如果我没找到答案或有人按了 👎，保存{days}；否则保存{words_days}，"
        "好让回答下的按钮有效、你能接着问。没有好答案的问题，管理员在 /gaps 和 /export 里能看到，"
        "但看不到是谁问的（在 /gaps 里，{words_days}内连同它所接续的问题）；"
        "其余的问题，任何命令都只给你本人看；运行这个机器人的人可以在数据库里读到。\n"
        "• 谁按了 👍 或 👎：也是这样的代码。\n"
        "• 聊天在 /settings 里的选择：直到重新选择。\n"
        "• 每日发布：聊天的号码本身、时刻和时区，直到 /daily off。\n"
        "• 如果你想知道管理员的回答：聊天的号码，直到告诉你为止。\n"
        "• 管理员用 /remember 收录、或作为答案转发给我的消息：文字、链接，"
        "只有群里这样选择时才有你的名字，存进群史。"
        "收录的你可以撤下：用 /forget 回复它。\n"
        "• 其余一切保存{days}；每晚的备份再多保存一周。\n"
        "• 等待回答的消息：直到得到回答（读不了的最多一天）。\n"
        "• 日志里：没送达的消息所在聊天的这种代码。\n"
        "\n"
        "除此以外，你写的内容、姓名和图片我都不保存，也不给任何人。\n"
        "\n"
        "/mydata 查看保存了你的哪些数据。\n"
        "/forgetme 删除这些数据，备份里的也删。"
    ),
    "mydata_none": "我没有保存你的任何数据。我会保存什么，见 /privacy。",
    "mydata_title": "<b>我保存的你的数据</b>",
    "mydata_counts": "{questions}，{votes}。",
    "mydata_counts_since": "{questions}，{votes}。最早的是{date}。",
    "mydata_daily_post": "你开启了每日发布：/daily",
    "mydata_settings": "你在 /settings 里的选择。",
    "mydata_wishes": ("你在等{n}个回答。",),
    "mydata_words": "<b>保存了文字的问题：</b>",
    "mydata_forget": "/forgetme 可以删除。",
    "forgotten": "好了。这里和备份里都不再保存你的任何数据。",
    "forgotten_but_in_backups": (
        "好了：这里不再保存你的任何数据。\n有一份备份现在打不开，一能打开就会把你的数据删掉。"
    ),
    "only_in_private": "请用你自己的账号私聊我：@{username}",
    # for admins
    "alarm": "⚠️ <b>出问题了</b>",
    "alarm_again": ("⚠️ <b>出问题了</b>（上次通知后又发生{n}次）",),
    "admins_only": "这个只给机器人的管理员用。",
    "admins_only_number": (
        "机器人是你的吗？请把 <code>ADMINS={number}</code> 写进它的设置（.env），然后重新启动。"
    ),
    "reloading": "正在读取文档……",
    "reload_runs": "已经在重新读取了，报告会发给发起的人。",
    "reload_refused": "<b>没有更新：我仍按之前读过的内容回答。</b>",
    "reload_unchanged": "<b>没有变化。</b>",
    "reloaded": "<b>已重新读取，用时{seconds}秒。</b>",
    "reload_passages": "新增{added}，移除{removed}个",
    "reload_left_out": "<b>按你的要求跳过：</b>",
    "reload_problems": "<b>请改正：</b>",
    "reload_anyway": "<code>/reload anyway</code> 会发布其余部分。",
    "reload_broken": "<b>这些问题的回答不再符合要求：</b>",
    "reload_notices": "<b>值得一看：</b>",
    "check_lists_all": ("……还有{n}条；<code>python -m bot check</code> 会全部列出。",),
    "inventory": "{documents}，{passages}，其中{share}有日期",
    "reading_title": "{title}（{origin}）",
    "title_from_head": "文件头",
    "title_from_heading": "第一个标题",
    "title_from_line": "第一行",
    "title_from_file": "文件名",
    "reading_dated": "{share}有日期",
    "reading_dated_span": "{share}有日期，{span}",
    "reading_left_out": ("略去{n}个字符",),
    "status_library": "<b>资料库：</b>{inventory}",
    "status_library_version": "<b>版本：</b><code>{version}</code>",
    "status_rolled_back": (
        "⏪ <b>现在由以前的资料库回答</b>：自 {since} 起，由 {why} 恢复。/reload check 显示会换回什么。"
    ),
    "status_last_poll": "<b>Telegram 最近一次回应：</b>{ago}",
    "status_waiting": "<b>等待回答：</b>{number}",
    "status_votes": "<b>90天内的投票：</b>{votes}",
    "status_today": "<b>今天：</b>{figures}",
    "status_figures": "回答{answered}个，没找到{refused}个，{votes}",
    "status_database": "<b>数据库：</b>{state}",
    "status_uptime": "<b>已运行：</b>{duration}",
    "status_privacy_mode": "<b>隐私模式：</b>{state}",
    "status_bot_version": "<b>机器人版本：</b>{version}",
    "never": "还没有",
    "ago": "{duration}前",
    "votes_unknown": "暂时不知道",
    "database_well": "正常",
    "privacy_mode_off": "已关闭；提及、回复和命令我都能看到",
    "privacy_mode_on": "已开启；能看到命令和对我的回复，提及不一定（@BotFather，/setprivacy 可关闭）",
    # amounts
    "n_days": ("{n}天",),
    "n_questions": ("{n}个问题",),
    "n_votes": ("{n}票",),
    # why a question was answered so
    "why_looked_for": "<b>要找的是：</b>{kind}",
    "why_date": "日期",
    "why_person": "人物",
    "why_place": "地点",
    "why_amount": "数字",
    "why_event": "当时发生了什么",
    "why_reason": "原因",
    "why_anything": "有关内容",
    "why_names": "名称：{words}",
    "why_words": "词语：{words}",
    "why_dates": "日期：{words}",
    "why_nearest": "最接近的",
    "why_shown": "显示的",
    "why_undated": "{place}，没有日期",
    "why_in_sentence": "<i>在这句里：</i>{words}",
    "why_elsewhere": "<i>在段落别处：</i>{words}",
    "why_in_headings": "<i>在标题里：</i>{words}",
    "why_lacking": "<i>没有：</i>{words}",
    "why_instead": "<i>与所问不同：</i>{words}",
    "why_without_kind": "<i>其中没有：</i>{kind}",
    "why_answered": "<b>已回答：</b>有{sure}的把握回答正确，有{told}的把握文档里讲到了。",
    "why_refused": "<b>未回答：</b>{reason}。",
    "why_refused_likely": "<b>未回答：</b>{reason}（有{told}的把握文档里讲到了）。",
    "why_empty": "没有问题",
    "why_no_words": "没有一个词说明问的是什么",
    "why_not_found": "没有哪个段落含有足够多的词",
    "why_rival": "最接近的段落讲的是类似的事",
    "why_remedies": "<b>怎样改进：</b>",
    "why_remedy_alias": "• 文档里没有{word}。文档里叫什么？<code>/alias {name} = …</code>",
    "why_remedy_date": "• {file} 没有日期：在文件头里加一行 <code>published: 2018-03</code>",
    "why_remedy_document": "• 加一份讲到它的文档，或回复我的回答并发送 <code>/teach</code>",
    # refusals
    "example_question": "俱乐部是什么时候成立的？",
    "how_to_ask": "你想知道什么？\n这样问我：<code>/ask {example}</code>",
    "no_words": "我需要一个名字或词语才能查找。\n可以这样问：<i>{example}</i>",
    "nothing_read": (
        "<b>我还没有读过任何资料。</b>\n"
        "你是本机器人的管理员吗？请在私聊中发给我一份文件：文本、网页、PDF 或导出的聊天记录。"
    ),
    "not_found": "<b>没有找到相关内容。</b>",
    "unknown_words": "我的来源里没有：{words}。",
    "unknown_words_and_more": "我的来源里没有：{words}等。",
    "quoted": "“{text}”",
    "topics_near": "相近的内容我知道这些：",
    "topic_shown": "<i>不完全是你问的，但相近：</i>{topic}",
    "ask_in_languages": "我的来源所用的语言：{languages}。用这些语言提问，也许能找到更多。",
    "language_en": "英语",
    "language_zh": "中文",
    "language_ru": "俄语",
    "language_de": "德语",
    "language_es": "西班牙语",
    "ask_admin": "问管理员",
    "wish_noted": (
        "已记下：管理员会看到你的问题，有了回答我会在这里告诉你。为此我保存这个聊天的编号（/privacy）。"
    ),
    "wish_not_yours": "只有提问的人才能转交。你可以自己问：/ask",
    "wish_later": "现在记不下来，请过几分钟再试。",
    "news_answered": "你在{date}的问题现在有回答了：<i>{question}</i>",
    "news_settled": "管理员已处理你在{date}的问题：<i>{question}</i>\n可以再问一次！",
    "taken_question": "<i>请一次问一个问题。这是在回答：</i>{question}",
    # browsing
    "selection": ("<code>{command}</code> – {n}条有日期的句子",),
    "selection_day": "<code>{command}</code> – 历史上的这一天",
    "selection_week": "<code>{command}</code> – 这一天没有记载，这一周有：",
    "selection_month": "<code>{command}</code> – 这个月：",
    "nothing_dated": "我的来源里没有与此相关的日期。/timeline 显示全部。",
    "nothing_dated_at_all": "我的来源里还没有任何日期。",
    "nothing_on_date": "我的来源没有记载那个时间。/timeline 显示全部。",
    "nothing_today": "我的来源里没有这个月任何一天的记载。/random 随便看一条。",
    "which_date": "哪个日期？这样问我：<code>/on 2017-09</code>、<code>/on 2017年9月</code>",
    "date_from_around": "<i>{mark} 年份或日期取自上下文，不在句中</i>",
    "statement_count": "第{n}条，共{many}条",
    "page_count": "{page}/{pages}",
    "back_to_list": "↩ 列表",
    "another_button": "🎲 再来一条",
    "list_was_renewed": "来源刚刚重新读过：这是现在的列表。",
    "list_is_empty": "这个列表里的内容已经都不在我的来源里了。",
    "list_too_old": "这个列表太久了，按钮已失效。请再发一次它的命令！",
    "what_i_have_read": "<b>我读过的来源</b>",
    "covered": ("{span}；{n}个段落",),
    "covered_undated": ("{n}个段落，没有日期",),
    "no_sources": "我还没有读过任何来源。",
    "picture_part": "第{first}至{last}条，共{n}条",
    "picture_button": "🖼 图片",
    "picture_no_font": "这里画不了：我的机器上没有{script}文字的字体（安装 {package} 即可）。",
    "picture_refused": "我不能在这里发图片。",
    # inline, up to 64 characters
    "inline_open": "↗ 在我这里打开，看上下文",
    "inline_empty": "输入一个关于我们历史的问题",
    "inline_nothing": "没有找到；私聊问我吧",
    # quiz
    "quiz_question": "这是什么时候？{sentence}",
    "no_quiz_at_all": "我知道的日期太少，出不了题。",
    "no_quiz": "这方面我知道的日期太少，出不了题。单发 /quiz 则不限主题。",
    # daily posts
    "daily_on": (
        "每天{hour}（{zone}）我会发布历史上这一天发生的事；没有记载就不发。\n"
        "<code>/daily 9 Asia/Shanghai</code> 可以改时刻和时区，<code>/daily off</code> 可以关闭。"
    ),
    "daily_off": (
        "这里没有每日发布。\n"
        "<code>/daily 9 Asia/Shanghai</code> 可以开启：每天九点发布历史上的今天，没有记载就不发。"
    ),
    "daily_button": "每日发布…",
    "daily_turn_on": "开启每日发布",
    "daily_turn_off": "关闭",
    "daily_ended": "以后不再每日发布了。",
    "daily_wrong": (
        "我需要一个整点和时区：<code>/daily 9 Asia/Shanghai</code>；<code>/daily off</code> 可以关闭。"
    ),
    "daily_unknown_zone": "我不认识时区“{zone}”。写法如 Europe/Berlin、Asia/Shanghai、UTC。",
    # looking before publishing, taking back
    "n_documents": ("{n}份文档",),
    "n_passages": ("{n}个段落",),
    "check_reads": "正在读取文档，看看会有什么变化……",
    "check_title": "<b>尚未发布。</b>",
    "check_nothing": "<b>不会有任何变化。</b>",
    "check_impossible": "<b>无法发布。</b>",
    "check_inventory": "发布后我依据 {documents}、{passages}回答，其中{share}有日期。",
    "check_added": "新增：{files}",
    "check_changed": "改动：{files}",
    "check_removed": "移除：{files}",
    "check_more": "还有{n}个",
    "check_passages": "段落：+{added} −{removed}",
    "check_golden": ("{n}个标准问题的回答会改变。",),
    "check_left_out": ("{n}个文件会被略去。",),
    "check_golden_heading": "<b>回答会改变的标准问题</b>",
    "check_left_out_heading": "<b>因无法读取而略去</b>",
    "check_problems_heading": "<b>请更正</b>",
    "check_files_heading": "<b>会有的变化</b>",
    "check_notices_heading": "<b>值得一看</b>",
    "check_before": "之前：{answer}",
    "check_after": "之后：{answer}",
    "check_refused": "没有找到",
    "check_undated": "没有日期",
    "check_file": "• {file}：新增{added}段，移除{removed}段",
    "check_file_new": "• {file}：新文件，{passages}",
    "check_file_gone": "• {file}：移除，{passages}",
    "check_reading": "{format} {title}；{share}有日期（{span}）",
    "check_failed": "<b>什么都没有改动。</b>",
    "check_cancelled": "已取消。什么都没有改动。",
    "check_over": "已经结束：发布过了，取消了，或者过了一天。",
    "check_changed_since": "<b>在你查看之后有了变化，所以我重新看了一遍。</b>",
    "check_restarted_since": "<b>在你查看之后我重新启动过，所以我重新看了一遍。</b>",
    "published": "<b>已发布。</b>现在我依据 {documents}、{passages}回答。",
    "published_try": "问我一个问题试试吧！",
    "published_before": "<b>已发布。</b>",
    "not_published": "<b>没有发布。</b>我照旧回答。",
    "publishing": "正在发布……",
    "publishing_busy": "此刻正在读取或发布另一项改动，请稍后再试。",
    "press_for_admins": "这只给本机器人的管理员使用。",
    "button_publish": "✅ 发布",
    "button_publish_rest": "✅ 略去它们，发布其余",
    "button_cancel": "✖️ 取消",
    "rollback_current": "<b>现在依据：</b>{library}",
    "rollback_none": "我还没有保存更早的资料库；从下一次改动起会保存。",
    "rollback_choose": "<b>要恢复哪一个？</b>",
    "rollback_note": (
        "knowledge/ 里的文件保持原样：下一次 /reload 又会读到它们。请发来改好的文件，或移除它："
        "<code>/remove FILE</code>"
    ),
    "rolled_back": "<b>重新依据这个资料库回答：</b>{library}",
    "rollback_gone": "那个资料库已不再保存。发送 /rollback 查看现有的。",
    "remove_unknown": "没有 {file} 这份文档。",
    "remove_how": "哪一份文档？<code>/remove {file}</code>\n现有：{files}",
    "remove_none": "没有可以移除的文档。",
    "removed": "<b>已移除：</b>{file}。我回答所依据的内容不变。",
    "generation_teach": "管理员补充了一段",
    "generation_remember": "记下了一条消息",
    "generation_forget": "一条消息又被撤下",
    "generation_start": "启动时",
    # answers
    "no_date": "<i>原文没有给出日期。</i>",
    "second_date": "文中还提到{date}。",
    "unsure": "<i>这条我没有把握，也许另一个段落更合适。</i>",
    "all_of_date": "{command}会列出那时的所有记载。",
    "correction": "按{read}查找，而不是“{typed}”。",
    "passage_gone": "这个段落已不在我的来源里了，请再问一次！",
    "no_earlier": "来源里没有更早的了。",
    "no_later": "来源里没有更晚的了。",
    "no_context": "它在来源里是单独的段落。",
    "no_neighbours": "它没有日期，无法按时间前后翻看。",
    "choice_of": "这个问题的第{at}个段落，共{all}个。",
    "so_it_stands": "我的来源里就是这样写的，一字未改：",
    "nothing_to_go_on_from": "我不知道这是接着哪条问的。请先提一个问题，或回复我的一条回答。",
    "nothing_about_date": "<b>我的来源里没有</b>{date}<b>的相关内容</b>。",
    "no_more": "关于这个我只有这些了。",
    "only_asker_removes": "只有提问者和管理员能删除。",
    "answer_removed": "<i>这条回答已撤回。</i>",
    "press_later": "现在做不到，请过几分钟再试。",
    "button_earlier": "« 更早",
    "button_later": "更晚 »",
    "button_context": "上下文",
    "button_back": "返回",
    # files that admins send
    "upload_receiving": "正在读取你发来的文件……大文件可能要一分钟。",
    "upload_version": "📄 <b>{file}</b>：新版本",
    "upload_alike": "📄 <b>{file}</b>：{known} 的新版本，含其{share}",
    "upload_refused": "✗ <b>{file}</b>：{why}",
    "upload_nothing": "<b>没有可添加的。</b>",
    "upload_unknown_kind": "不是我能读的文件类型；文档的后缀是 {detail}",
    "upload_no_chat": "不是 Telegram Desktop 导出的聊天记录（JSON 格式），也没有带日期的条目",
    "upload_empty": "是空的",
    "upload_too_large": "超过{detail} MB；请自己放进 knowledge/",
    "upload_too_many": "一次超过十个，请再发一次",
    "upload_twice": "同一个文件发了两次",
    "upload_known": "与已有的 {detail} 相同",
    "upload_not_fetched": "无法从 Telegram 取得（{detail}），请再发一次",
    "upload_help": (
        "<b>在私聊里把文件发给我</b>，或在这里发文件并写上 <code>/add</code>。\n"
        "我会先显示会有什么变化，按按钮才发布。"
    ),
    "upload_help_links": "<code>/add https://…</code> 读取一个网页。",
    "upload_help_no_links": "不读取网页链接（设置中的 FETCH_LINKS）。",
    "upload_for_admins": "文档由本机器人的管理员添加。请向我提问吧！",
    "button_as_new": "➕ 改为另外添加",
    # questions without a good answer
    "menu_gaps": "我没能好好回答的问题",
    "gaps_title": ("<b>最近{n}天没有好答案的问题</b>",),
    "gaps_none": ("最近{n}天的问题都回答好了。",),
    "gap_title": "<b>问过但没有好答案：</b>",
    "gap_refused": ("{n}次没找到",),
    "gap_voted_down": ("👎 {n}个回答",),
    "gap_wishes": ("🔔 {n}人想知道",),
    "gap_nearest": "最接近：{title}",
    "gap_answered_now": "✓ 现在能回答了，出自：{title}",
    "gap_more_wordings": ("……还有{n}种问法",),
    "gap_last_asked": "最近一次提问：{date}。",
    "gap_answered": "✓ 已回答",
    "gap_teach": "✍️ 教我",
    "gap_pass_over": "略过",
    "gap_back": "‹ 返回",
    "gap_gone": "这已经处理过了。",
    "gaps_elsewhere": "其中有成员的原话：请在私聊或管理员群里发 /gaps。",
    "gaps_later": "现在查不了，请过几分钟再试。",
    # a group's chronicle
    "remember_how": (
        "在群里用 <code>/remember</code> 回复一条消息，它就会成为本群历史的一部分。\n"
        "后面可以加日期和标题：<code>/remember 2017年7月14日 搬家</code>"
    ),
    "managers_only": "这是给本群管理员用的。",
    "remember_no_text": "那条消息里没有可以保存的成员文字。",
    "unreadable_date": "“{text}”不是我能读懂的日期。请试试 2017-07-14 或 2017年7月14日。",
    "remembered": "已记入“{title}”，日期为<b>{date}</b>。",
    "remembered_undo": "作者和管理员可以撤下：用 <code>/forget</code> 回复。",
    "forget_how": "请用 <code>/forget</code> 回复被记下的消息，或我说明此事的那一行。",
    "not_yours": "只有作者和管理员可以撤下。",
    "taken_out": "已从群史中撤下。",
    "not_written": "没有任何改动：{why}",
    # mending answers
    "why_how": "请用 <code>/why</code> 回复最近几天的回答，或一次拒答。",
    "alias_how": "请写出同一事物的几个名称：<code>/alias CZ = 赵长鹏</code>",
    "event_how": "请写出别称和它所指的日子：<code>/event 94 = 2017-09-04</code>",
    "proposed": "✏️ {file}：{change}",
    "common_name": "⚠️ “{name}”是常用词：凡含有它的提问都会被当作在问这个。",
    "pin_how": ("请用 <code>/pin</code> 回复最近几天的回答，而且那个提问单独看也要明白。"),
    "pinned": "📌 以后每次 /reload 都会检查：<i>{question}</i>",
    "pinned_dated": "📌 以后每次 /reload 都会检查，并要求答出<b>{date}</b>：<i>{question}</i>",
    "pinned_unanswered": "目前它得到的是另一段：修好之前 /reload 会一直提醒。",
    "teach_how": "请用 <code>/teach</code> 回复一次拒答，或一个答非所问的回答。",
    "teach_prompt": (
        "请回复本消息，写出回答 <i>{question}</i> 的段落\n"
        "上面一行可以写日期和来源：<code>2017年7月14日，会议记录 https://…</code>\n"
        "也可以把说到它的消息转发给我：会保留它的日期和来源。"
    ),
    "teach_link": (
        "机器人打不开消息链接，我读过的聊天里也没有这一条。\n"
        "请把消息本身转发给我，或在它的群里回复它并发送 <code>/remember</code>。"
    ),
    "teach_no_passage": ("这不像是能回答问题的段落。请再回复一次我上面的消息，写出要给成员看的文字。"),
    "taught_in_vain": ("<b>已发布，但这个问题还找不到它</b>，所以没有通知任何人。成员看到的仍是："),
    "taught": "已发布。成员现在看到的是：",
    "taught_title": "管理员所知",
    # statistics
    "stats_title": ("<b>最近{n}天</b>",),
    "stats_bars": "{first} {bars} {last}",
    "stats_questions": ("{n}个提问：{answered}个已回答，{refused}个未答",),
    "stats_answered": "已回答",
    "stats_refused": "未答",
    "stats_votes": "{up} 👍，{down} 👎",
    "stats_seconds": "一半的回答在{seconds}秒内送达。",
    "stats_used": "<b>用得最多</b>",
    "stats_passage": "{times}× {text} — {title}",
    "stats_unused": ("{n}个来源从未用到：{names}",),
    "stats_how": "请写 <code>/stats</code>、<code>/stats month</code> 或 90 以内的天数。",
    "export": ("{n}个提问，不含任何人的姓名或号码。",),
    # lengths of time
    "days": "{n}天",
    "hours": "{n}小时",
    "minutes": "{n}分钟",
    "seconds": "{n}秒",
}
