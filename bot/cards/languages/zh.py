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
    "menu_daily": "每日发布历史上的今天",
    "menu_sources": "我读过的资料及其年代",
    "menu_help": "怎么提问",
    "menu_privacy": "我保存了你的哪些数据",
    "menu_reload": "重新读取文档",
    "menu_status": "机器人的状态",
    # cool-downs
    "cooldown": "一下子太多了。{duration}后我再回答。",
    "cooldown_inline": "一下子太多了，{duration}后再回答",
    "cooldown_press": "一下子太多了，请等{duration}。",
    # buttons
    "unknown_button": "我不认识这个按钮。",
    "button_too_old": "这个回答太久了，按钮已失效。请再问一次！",
    "voted_up": "谢谢！👍",
    "voted_down": "已记下 👎 谢谢，这告诉我该学什么。",
    "vote_taken_back": "已撤回。",
    "vote_later": "现在记不下来，请过几分钟再试。",
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
    "settings_sources_used": ("共 {every} 个来源，使用 {n} 个。点一下即可停用或启用。",),
    "settings_one_source": "至少要保留一个来源，否则我无从回答。",
    "settings_for_admins": "只有本群管理员可以修改。",
    "settings_later": "Telegram 暂时没告诉我谁是本群管理员，请一分钟后再试。",
    # greetings, thanks, questions that are taken back
    "you_are_welcome": "不客气！",
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
    # refusals
    "example_question": "一切是什么时候开始的？",
    "how_to_ask": "你想知道什么？\n这样问我：<code>/ask {example}</code>",
    "no_words": "我需要一个名字或词语才能查找。\n可以这样问：<i>{example}</i>",
    "not_found": "<b>没有找到相关内容。</b>",
    "unknown_words": "我的资料里没有：{words}。",
    "unknown_words_and_more": "我的资料里没有：{words}等。",
    "quoted": "“{text}”",
    "topics_near": "相近的内容我知道这些：",
    "taken_question": "<i>请一次问一个问题。这是在回答：</i>{question}",
    # browsing
    "selection": ("<code>{command}</code> – {n}条有日期的句子",),
    "selection_day": "<code>{command}</code> – 历史上的这一天",
    "selection_week": "<code>{command}</code> – 这一天没有记载；这一周有：",
    "selection_month": "<code>{command}</code> – 这个月：",
    "nothing_dated": "我的资料里没有与此相关的日期。/timeline 显示全部。",
    "nothing_dated_at_all": "我的资料里还没有任何日期。",
    "nothing_on_date": "我的资料没有记载那个时间。/timeline 显示全部。",
    "nothing_today": "我的资料不知道这个月的任何一天。/random 随便看一条。",
    "which_date": "哪个日期？这样问我：<code>/on 2017-09</code>、<code>/on 2017年9月</code>",
    "statement_basis": "<i>（{basis}）</i>",
    "statement_count": "第{n}条，共{many}条",
    "page_count": "{page}/{pages}",
    "back_to_list": "↩ 列表",
    "another_button": "🎲 再来一条",
    "list_was_renewed": "资料刚刚重新读过：这是现在的列表。",
    "list_too_old": "这个列表太久了，按钮已失效。请再发一次它的命令！",
    "what_i_have_read": "<b>我读过的资料</b>",
    "covered": ("{span}；{n}段",),
    "covered_undated": ("{n}段，没有日期",),
    "no_sources": "我还没有读过任何资料。",
    # daily posts
    "daily_on": (
        "每天{hour}（{zone}）我会发布历史上这一天发生的事；没有记载就不发。\n"
        "<code>/daily off</code> 可以关闭。"
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
    # lengths of time
    "days": "{n}天",
    "hours": "{n}小时",
    "minutes": "{n}分钟",
    "seconds": "{n}秒",
}
