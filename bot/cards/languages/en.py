"""English, the language that all texts are written in first."""

LANGUAGE, NAME, THOUSANDS = "en", "English", ","


def form_of(number: int) -> int:
    """Which of two forms goes with a number: 1 passage, 2 passages."""
    return 0 if number == 1 else 1


TEXTS: dict[str, str | tuple[str, ...]] = {
    # menus of commands, up to 256 characters
    "menu_ask": "Ask a question about our history",
    "menu_timeline": "What happened when: of a topic, of a time",
    "menu_on": "What happened on a date",
    "menu_today": "What happened on this day",
    "menu_random": "A dated passage by chance",
    "menu_quiz": "When was that? A quiz",
    "menu_daily": "A post each day of what happened on it",
    "menu_sources": "What I have read, and of what time",
    "menu_help": "How to ask",
    "menu_privacy": "What I store of you",
    "menu_add": "Add a document",
    "menu_reload": "Read the documents again",
    "menu_rollback": "Let an earlier library answer again",
    "menu_remove": "Take a document out",
    "menu_remember": "Keep the message you reply to as history",
    "menu_forget": "Take a remembered message out again",
    "menu_why": "Why this answer? (as a reply)",
    "menu_teach": "Give the answer yourself (as a reply)",
    "menu_alias": "Names of the same thing",
    "menu_event": "A nickname for a dated event",
    "menu_pin": "Let no change break this answer (as a reply)",
    "menu_stats": "What was asked",
    "menu_export": "All questions as a file",
    "menu_status": "How the bot is doing",
    # cool-downs
    "cooldown": "That was a lot at once. I answer again in {duration}.",
    "cooldown_inline": "Too much at once; I answer again in {duration}",  # up to 64 characters
    "cooldown_press": "That was a lot at once. Please wait {duration}.",  # up to 200 characters
    # buttons
    "unknown_button": "I do not know this button.",
    "button_too_old": "This answer is too old for its buttons. Ask again if you like!",
    "voted_up": "Thank you! 👍",
    "voted_down": "Noted 👎 Thank you, that shows what I should learn.",
    "vote_taken_back": "Taken back.",
    "vote_later": "I cannot note that just now. Please try again in a few minutes.",
    # help
    "start_title": "<b>Hello! Ask me about our history.</b>",
    "start_what": "I answer with the passage that says it, word for word, and when it happened.",
    "start_more": "/timeline shows what happened when, /sources what I have read, /help how to ask.",
    "for_example": "For example: <i>{example}</i>",
    "help_title": "<b>How to ask</b>",
    "help_private": "Just write your question.",
    "help_group": "Ask with <code>/ask your question</code>, or reply to one of my messages.",
    "help_group_mention": (
        "Ask with <code>/ask your question</code>, mention @{username}, or reply to one of my messages."
    ),
    "help_reply": "Somebody else has asked? Reply to them with /ask.",
    "help_unasked": "Just ask: if I am sure of the answer, I give it unasked.",
    "help_go_on": (
        "Reply to an answer to go on from it: “and in 2018?”, “why?”, “what happened next?”, “source?”"
    ),
    "help_edit": "Made a typo? Edit your question, and I correct my answer.",
    "help_inline": "In any other chat: write <code>@{username} your question</code> and choose an answer.",
    "help_examples": "<b>For example</b>",
    "help_for_managers": "<b>For admins</b>",
    "help_only_quotes": "I only quote. What my sources do not say, I do not know.",
    "help_in_terminal": (
        "<b>How to ask</b>\n"
        "Type a question and press Enter; the arrow keys bring back earlier ones.\n"
        "• go on from an answer with <b>more</b>, <b>earlier</b>, <b>later</b>, <b>context</b>, "
        "<b>source</b>, or “and in 2018?”\n"
        "• <b>/timeline Tokyo 2017</b>, <b>/on September 2017</b> and <b>/today</b> list what is dated, "
        "<b>/random</b> shows something of it\n"
        "• <b>/sources</b> shows what I have read\n"
        "• <b>/reload</b> reads the documents again, <b>/reload anyway</b> without faulty ones\n"
        "• <b>/quit</b> ends the chat, as do Ctrl-D and Ctrl-C"
    ),
    "added_what": "<b>Hello! Ask me about our history</b>: I answer with the passage that says it, and when.",
    "added_admins": "For admins: /settings. The number of this chat is <code>{number}</code>.",
    "and_more": ("… and {n} more.", "… and {n} more."),
    "forwarded": "I do not answer what was forwarded to me. Please write me the question yourself.",
    "unknown_command": "I do not know <b>{command}</b>. /help shows what I can do.",
    "text_only": "I can only read text. Write me a question, and I look it up.",
    # settings of a chat; on buttons up to 64 characters
    "menu_settings": "What I do in this chat",
    "settings_of_group": "<b>Settings of this group</b>",
    "settings_of_group_hint": "Whoever administers this group can change them here.",
    "settings_of_member": "<b>Your settings</b>",
    "settings_of_member_hint": "They hold for what we two write here, and for @-questions in other chats.",
    "settings_spoken_to": "• I answer when I am spoken to: /ask, a mention, a reply to me.",
    "settings_sure": "• I answer when I am spoken to, and any other question if I am sure of the answer.",
    "settings_privacy_mode": (
        "⚠️ But Telegram's privacy mode is on: other questions do not reach me. It is turned off at "
        "@BotFather (/setprivacy); then remove me here and add me again."
    ),
    "settings_names": "• What is kept by /remember names who wrote it.",
    "settings_no_names": "• What is kept by /remember does not name who wrote it.",
    "settings_when_spoken_to": "When spoken to",
    "settings_when_sure": "Also when sure",
    "settings_names_on": "Authors: named",
    "settings_names_off": "Authors: not named",
    "settings_votes_shown": "👍 👎: shown",
    "settings_votes_hidden": "👍 👎: hidden",
    "settings_sources": "Sources: {shown} of {every}",
    "settings_close": "Close",
    "settings_back": "‹ Back",
    "settings_saved": "Done.",
    "settings_sources_title": "<b>What I answer from here</b>",
    "settings_sources_used": (
        "{n} source of {every}. Tap to switch it off or on.",
        "{n} sources of {every}. Tap one to switch it off or on.",
    ),
    "settings_one_source": "One source has to stay, or I could answer nothing.",
    "settings_for_admins": "Only the administrators of this group can change that.",
    "settings_later": "Telegram does not say just now who administers this group. Try again in a minute.",
    # greetings, thanks, questions that are taken back
    "you_are_welcome": "You are welcome!",
    "about_bot": (
        "I am a bot that knows our history: I answer a question with the passage that says it, word for "
        "word, and when it happened. /help shows how to ask."
    ),
    "greeting_returned": "Hello! What would you like to know about our history?",
    "farewell_returned": "See you!",
    "laughter_returned": "😄",
    "ask_whenever": "Good! Ask me whenever you wonder about our history.",
    "ask_in_words": "🙂 Ask me in words, and I look it up.",
    "answered_above": "I answered that just above ☝️",
    "correction_later": "I cannot correct my answer just now. Please ask again in a few minutes.",
    "question_withdrawn": "<i>The question was taken back.</i>",
    # to those who are no members, where only members are answered
    "members_only": "I answer only members of my group here. Are you one? Then ask me there, or join first.",
    "members_later": "I cannot look up just now whether you are a member. Please try again in a minute.",
    "members_inline": "I answer only members of my group",  # up to 64 characters
    "members_inline_later": "Not just now; please try again in a minute",
    # errors
    "too_long": "That is too long for me. Please ask in a sentence or two.",
    "too_late": "I was away, and this has waited for too long. Please ask again if you still wonder.",
    "error": "Sorry, something went wrong here. Please try again in a moment.",
    "look_up_later": "I cannot look that up just now. Please try again in a few minutes.",
    # what is stored
    "privacy_page": (
        "<b>What I store, and for how long</b>\n"
        "• That a question was asked, when, and whether I had an answer.\n"
        "• Whose it was and in which chat: as codes made with a secret key, not as numbers or names.\n"
        "• Its words: for {days} if I found nothing or somebody pressed 👎; else for {words_days}, so that "
        "the buttons under the answer work and you can go on from it. Those without a good "
        "answer the admins see in /gaps and /export, without who asked, in /gaps for "
        "{words_days} with what it went on from; all others no command shows to "
        "anybody but you; "
        "whoever runs this bot can read them in its database.\n"
        "• Who pressed 👍 or 👎, as such a code too.\n"
        "• What a chat has chosen in /settings, until it chooses anew.\n"
        "• Of a daily post: the number of its chat itself, hour and time zone, until /daily off.\n"
        "• Where you wish to be told what an admin answers: the number of the chat, until you are told.\n"
        "• What an admin takes over by /remember, or forwards to me as an answer: its words, its link, and "
        "your name only where the group chose so, in the group's history. What was remembered you can take "
        "out again: /forget as a reply to it.\n"
        "• All the rest for {days}, and everything a week more in backups, made each night.\n"
        "• A message that waits for its answer, until it has one (at most a day if I cannot read it).\n"
        "• In my log, where a message could not be delivered: such a code for the chat.\n"
        "\n"
        "Nothing else that you write, no name and no picture is stored, and nobody gets any of it.\n"
        "\n"
        "/mydata shows what is stored about you.\n"
        "/forgetme deletes it, in the backups too."
    ),
    "mydata_none": "I have stored nothing about you. /privacy says what I would store.",
    "mydata_title": "<b>What I have stored about you</b>",
    "mydata_counts": "{questions}, {votes}.",
    "mydata_counts_since": "{questions}, {votes}. The oldest is of {date}.",
    "mydata_daily_post": "You have a daily post: /daily",
    "mydata_settings": "What you have chosen in /settings.",
    "mydata_wishes": ("You wish to be told of {n} answer.", "You wish to be told of {n} answers."),
    "mydata_words": "<b>Questions whose words I keep:</b>",
    "mydata_forget": "/forgetme deletes it.",
    "forgotten": "Done. Nothing is stored about you any more, here or in the backups.",
    "forgotten_but_in_backups": (
        "Done: nothing is stored about you here any more.\n"
        "A backup cannot be opened just now. You are deleted from it as soon as it can be."
    ),
    "only_in_private": "Please write me that in private, under your own name: @{username}",
    # for admins
    "alarm": "⚠️ <b>Something went wrong</b>",
    "alarm_again": (
        "⚠️ <b>Something went wrong</b> ({n} more since I last told you)",
        "⚠️ <b>Something went wrong</b> ({n} more since I last told you)",
    ),
    "admins_only": "That is for the admins of this bot.",
    "admins_only_number": (
        "Do you run this bot? Put <code>ADMINS={number}</code> into its settings (.env) and start it again."
    ),
    "reloading": "Reading the documents …",
    "reload_runs": "A reload is running already; its report comes to whoever started it.",
    "reload_refused": "<b>Not reloaded: I go on answering from what I had read before.</b>",
    "reload_unchanged": "<b>Nothing has changed.</b>",
    "reloaded": "<b>Reloaded in {seconds} seconds.</b>",
    "reload_passages": "{added} new, {removed} gone",
    "reload_left_out": "<b>Left out, as you wished:</b>",
    "reload_problems": "<b>Please correct:</b>",
    "reload_anyway": "<code>/reload anyway</code> publishes the rest.",
    "reload_broken": "<b>No longer answered as wanted:</b>",
    "reload_notices": "<b>Worth a look:</b>",
    "check_lists_all": (
        "… and {n} more; <code>python -m bot check</code> lists all.",
        "… and {n} more; <code>python -m bot check</code> lists all.",
    ),
    "inventory": "{documents}, {passages}, {share} of them dated",
    "reading_title": "{title} ({origin})",
    "title_from_head": "head",
    "title_from_heading": "first heading",
    "title_from_line": "first line",
    "title_from_file": "file name",
    "reading_dated": "{share} dated",
    "reading_dated_span": "{share} dated, {span}",
    "reading_left_out": ("{n} character left out", "{n} characters left out"),
    "status_library": "<b>Library:</b> {inventory}",
    "status_library_version": "<b>Its version:</b> <code>{version}</code>",
    "status_rolled_back": (
        "⏪ <b>An earlier library answers</b> since {since}, by {why}. "
        "/reload check shows what would come back."
    ),
    "status_last_poll": "<b>Last word from Telegram:</b> {ago}",
    "status_waiting": "<b>Waiting for an answer:</b> {number}",
    "status_today": "<b>Today:</b> {figures}",
    "status_figures": "{answered} answered, {refused} not found, {votes}",
    "status_votes": "<b>Votes in 90 days:</b> {votes}",
    "status_database": "<b>Database:</b> {state}",
    "status_uptime": "<b>Running for:</b> {duration}",
    "status_privacy_mode": "<b>Privacy mode:</b> {state}",
    "status_bot_version": "<b>Bot version:</b> {version}",
    "never": "none yet",
    "ago": "{duration} ago",
    "votes_unknown": "not known just now",
    "database_well": "well",
    "privacy_mode_off": "off; mentions, replies and commands all reach me",
    "privacy_mode_on": (
        "on; commands and replies to me reach me, mentions may not (@BotFather, /setprivacy turns it off)"
    ),
    # amounts
    "n_days": ("{n} day", "{n} days"),
    "n_questions": ("{n} question", "{n} questions"),
    "n_votes": ("{n} vote", "{n} votes"),
    # why a question was answered so
    "why_looked_for": "<b>Looked for:</b> {kind}",
    "why_date": "a date",
    "why_person": "a person",
    "why_place": "a place",
    "why_amount": "a number",
    "why_event": "what happened then",
    "why_reason": "a reason",
    "why_anything": "anything about it",
    "why_names": "names: {words}",
    "why_words": "words: {words}",
    "why_dates": "dates: {words}",
    "why_nearest": "Nearest",
    "why_shown": "Shown",
    "why_undated": "{place}, without a date",
    "why_in_sentence": "<i>in this sentence:</i> {words}",
    "why_elsewhere": "<i>elsewhere in the passage:</i> {words}",
    "why_in_headings": "<i>in its headings:</i> {words}",
    "why_lacking": "<i>lacks:</i> {words}",
    "why_instead": "<i>other than asked:</i> {words}",
    "why_without_kind": "<i>not in it:</i> {kind}",
    "why_answered": "<b>Answered:</b> {sure} sure that it is right, {told} that the documents tell it.",
    "why_refused": "<b>Refused:</b> {reason}.",
    "why_refused_likely": "<b>Refused:</b> {reason} ({told} sure that the documents tell it).",
    "why_empty": "there was no question",
    "why_no_words": "no word of it says what it is about",
    "why_not_found": "no passage holds enough of it together",
    "why_rival": "the nearest passage tells of something like it",
    "why_remedies": "<b>What would help:</b>",
    "why_remedy_alias": (
        "• {word} stands in no document. What do they call it? <code>/alias {name} = …</code>"
    ),
    "why_remedy_date": (
        "• {file} has no date: a line <code>published: 2018-03</code> in its head gives it one"
    ),
    "why_remedy_document": "• a document that tells it, or <code>/teach</code> as a reply to my answer",
    # refusals
    "example_question": "When was the club founded?",
    "how_to_ask": "What would you like to know?\nAsk like this: <code>/ask {example}</code>",
    "no_words": "I need a name or a word to look for.\nTry something like: <i>{example}</i>",
    "nothing_read": (
        "<b>I have not read anything yet.</b>\n"
        "Are you an admin of this bot? Send me a document in private: a text, a web page, a PDF, an exported "
        "chat."
    ),
    "not_found": "<b>I found nothing about that.</b>",
    "unknown_words": "Nowhere in my sources: {words}.",
    "unknown_words_and_more": "Nowhere in my sources: {words} and more.",
    "quoted": "“{text}”",
    "topics_near": "Close to it I know about:",
    "topic_shown": "<i>Not quite what you asked, but near it: </i>{topic}",
    "ask_in_languages": "My sources are in: {languages}. Asked in one of these, I may find more.",
    "language_en": "English",
    "language_zh": "Chinese",
    "language_ru": "Russian",
    "language_de": "German",
    "language_es": "Spanish",
    "ask_admin": "Ask an admin",
    "wish_noted": (
        "Noted: the admins see your question, and I write here when it is answered. For that I keep the "
        "number of this chat (/privacy)."
    ),
    "wish_not_yours": "Only who asked can pass this on. Ask it yourself: /ask",
    "wish_later": "I cannot note that just now. Please try again in a few minutes.",
    "news_answered": "Your question of {date} has an answer now: <i>{question}</i>",
    "news_settled": "An admin has seen to your question of {date}: <i>{question}</i>\nAsk again if you like!",
    "taken_question": "<i>One at a time, please. This is for: </i>{question}",
    # browsing
    "selection": (
        "<code>{command}</code> – {n} dated sentence",
        "<code>{command}</code> – {n} dated sentences",
    ),
    "selection_day": "<code>{command}</code> – on this day",
    "selection_week": "<code>{command}</code> – nothing on this very day, but in this week:",
    "selection_month": "<code>{command}</code> – in this month:",
    "nothing_dated": "Nothing dated about that in my sources. /timeline shows all there is.",
    "nothing_dated_at_all": "There is no date in my sources yet.",
    "nothing_on_date": "My sources tell nothing of that date. /timeline shows all there is.",
    "nothing_today": "My sources know of no day in this month. /random shows one of another time.",
    "which_date": "Which date? Ask like this: <code>/on 2017-09</code>, <code>/on September 2017</code>",
    "date_from_around": "<i>{mark} year or date not from the sentence itself</i>",
    "statement_count": "{n} of {many}",
    "page_count": "{page}/{pages}",
    "back_to_list": "↩ List",
    "another_button": "🎲 Another",
    "list_was_renewed": "My sources were read again: here is the list as it is now.",
    "list_is_empty": "Nothing of this list is in my sources any more.",
    "list_too_old": "This list is too old for its buttons. Please send its command again!",
    "what_i_have_read": "<b>What I have read</b>",
    "covered": ("{span}; {n} passage", "{span}; {n} passages"),
    "covered_undated": ("{n} passage, none dated", "{n} passages, none dated"),
    "no_sources": "I have not read anything yet.",
    "picture_part": "{first} to {last} of {n}",
    "picture_button": "🖼 Picture",
    "picture_no_font": (
        "I cannot draw that here: no font on my machine has {script} letters ({package} would bring one)."
    ),
    "picture_refused": "I may not send pictures here.",
    # inline, up to 64 characters
    "inline_open": "↗ Open it with me, with what stands around it",
    "inline_empty": "Type a question about our history",
    "inline_nothing": "Nothing found; ask me in a private chat",
    # quiz
    "quiz_question": "When was this? {sentence}",
    "no_quiz_at_all": "I know too few dates for a quiz.",
    "no_quiz": "I know too few dates for a quiz about that. /quiz alone asks about anything.",
    # daily posts
    "daily_on": (
        "Each day at {hour} ({zone}) I post what happened on that day of a year; "
        "nothing when I know of nothing.\n<code>/daily 9 Europe/Berlin</code> changes hour and time zone, "
        "<code>/daily off</code> ends it."
    ),
    "daily_off": (
        "There is no daily post here.\n<code>/daily 9 Europe/Berlin</code> makes one: "
        "what happened on this day, at nine, and silence when I know of nothing."
    ),
    "daily_button": "Daily post …",
    "daily_turn_on": "Post each day",
    "daily_turn_off": "Turn it off",
    "daily_ended": "There will be no daily post any more.",
    "daily_wrong": (
        "I need a full hour and a time zone: <code>/daily 9 Europe/Berlin</code>; "
        "<code>/daily off</code> ends it."
    ),
    "daily_unknown_zone": (
        "I do not know the time zone “{zone}”. They are called Europe/Berlin, Asia/Shanghai, UTC."
    ),
    # looking before publishing, taking back
    "n_documents": ("{n} document", "{n} documents"),
    "n_passages": ("{n} passage", "{n} passages"),
    "check_reads": "Reading the documents to see what would change …",
    "check_title": "<b>Not published yet.</b>",
    "check_nothing": "<b>Nothing would change.</b>",
    "check_impossible": "<b>This cannot be published.</b>",
    "check_inventory": "Once published, I answer from {documents}, {passages}, {share} of them dated.",
    "check_added": "New: {files}",
    "check_changed": "Changed: {files}",
    "check_removed": "Gone: {files}",
    "check_more": "and {n} more",
    "check_passages": "Passages: +{added} −{removed}",
    "check_golden": (
        "{n} golden question would be answered otherwise.",
        "{n} golden questions would be answered otherwise.",
    ),
    "check_left_out": ("{n} file would be left out.", "{n} files would be left out."),
    "check_golden_heading": "<b>Golden questions that would be answered otherwise</b>",
    "check_left_out_heading": "<b>Left out, as it cannot be read</b>",
    "check_problems_heading": "<b>Please correct</b>",
    "check_files_heading": "<b>What would change</b>",
    "check_notices_heading": "<b>Worth a look</b>",
    "check_before": "before: {answer}",
    "check_after": "after: {answer}",
    "check_refused": "nothing found",
    "check_undated": "no date",
    "check_file": "• {file}: {added} new and {removed} gone of its passages",
    "check_file_new": "• {file}: new, {passages}",
    "check_file_gone": "• {file}: gone, {passages}",
    "check_reading": "{format} {title}; {share} dated ({span})",
    "check_failed": "<b>Nothing was changed.</b>",
    "check_cancelled": "Cancelled. Nothing was changed.",
    "check_over": "This is over: it was published or cancelled, or a day has passed.",
    "check_changed_since": "<b>Something has changed since you looked, so I looked again.</b>",
    "check_restarted_since": "<b>I was started anew since you looked, so I looked again.</b>",
    "published": "<b>Published.</b> I answer from {documents}, {passages} now.",
    "published_try": "Ask me something to try it!",
    "published_before": "<b>Published.</b>",
    "not_published": "<b>Not published.</b> I go on answering as before.",
    "publishing": "Publishing …",
    "publishing_busy": "Another change is being read or published just now. Please try again in a moment.",
    "press_for_admins": "That is for the admins of this bot.",
    "button_publish": "✅ Publish",
    "button_publish_rest": "✅ Publish without them",
    "button_cancel": "✖️ Cancel",
    "rollback_current": "<b>Answering now:</b> {library}",
    "rollback_none": "I keep no earlier library yet. From the next change on I do.",
    "rollback_choose": "<b>Which one shall answer again?</b>",
    "rollback_note": (
        "The files in knowledge/ stay: /reload brings them again. "
        "Send me a corrected version of what was wrong, or take it out: <code>/remove FILE</code>"
    ),
    "rolled_back": "<b>This library answers again:</b> {library}",
    "rollback_gone": "I do not keep that library any more. Send /rollback to see those that I do.",
    "remove_unknown": "There is no document {file}.",
    "remove_how": "Which document? <code>/remove {file}</code>\nThese I have: {files}",
    "remove_none": "There is no document to take out.",
    "removed": "<b>Taken out:</b> {file}. What I answer from stays as it is.",
    "generation_teach": "a passage was taught",
    "generation_remember": "a message was remembered",
    "generation_forget": "a message was taken out again",
    "generation_start": "as I started",
    # answers
    "no_date": "<i>No date is given for this.</i>",
    "second_date": "It also speaks of {date}.",
    "unsure": "<i>I am not sure of this; another passage may fit better.</i>",
    "all_of_date": "{command} lists all I have of that time.",
    "correction": "Showing results for {read} instead of “{typed}”.",
    "passage_gone": "This passage is not in my sources any more. Ask again if you like!",
    "no_earlier": "Nothing earlier in my sources.",
    "no_later": "Nothing later in my sources.",
    "no_context": "This stands alone in its source.",
    "no_neighbours": "This has no date to go on from.",
    "choice_of": "Passage {at} of {all} for this question.",
    "so_it_stands": "It stands in my source word for word:",
    "nothing_to_go_on_from": "I do not know what that is about. Ask me, or reply to one of my answers.",
    "nothing_about_date": "<b>Nothing about </b>{date}<b> in my sources</b> on this.",
    "no_more": "That is all I have about this.",
    "only_asker_removes": "Only who asked and admins can remove this.",
    "answer_removed": "<i>This answer was withdrawn.</i>",
    "press_later": "I cannot do that just now. Please try again in a few minutes.",
    "button_earlier": "« earlier",
    "button_later": "later »",
    "button_context": "context",
    "button_back": "back",
    # files that admins send
    "upload_receiving": "Reading what you sent … A large file may take a minute.",
    "upload_version": "📄 <b>{file}</b>: a new version",
    "upload_alike": "📄 <b>{file}</b>: a new version of {known}, of which it holds {share}",
    "upload_refused": "✗ <b>{file}</b>: {why}",
    "upload_nothing": "<b>There is nothing to add.</b>",
    "upload_unknown_kind": "not a kind of file that I read; documents end in {detail}",
    "upload_no_chat": "not a chat that Telegram Desktop exported (as JSON), and it holds no rows with dates",
    "upload_empty": "it is empty",
    "upload_too_large": "it has more than {detail} MB; put it into knowledge/ yourself",
    "upload_too_many": "more than ten at once; please send it once more",
    "upload_twice": "you sent the same twice",
    "upload_known": "the same as {detail}, which I have",
    "upload_not_fetched": "I could not get it from Telegram ({detail}); please send it again",
    "upload_help": (
        "<b>Send me a file in our private chat</b>, or here with <code>/add</code> under it.\n"
        "I show what it would change; a button publishes it."
    ),
    "upload_help_links": "<code>/add https://…</code> fetches a page.",
    "upload_help_no_links": "Links to pages are not fetched (FETCH_LINKS in the settings).",
    "upload_for_admins": "Documents are added by the admins of this bot. Ask me a question instead!",
    "button_as_new": "➕ Add beside it instead",
    # questions without a good answer
    "menu_gaps": "Questions that I could not answer well",
    "gaps_title": (
        "<b>Questions without a good answer, last {n} day</b>",
        "<b>Questions without a good answer, last {n} days</b>",
    ),
    "gaps_none": (
        "Every question of the last day was answered well.",
        "All questions of the last {n} days were answered well.",
    ),
    "gap_title": "<b>Asked without a good answer:</b>",
    "gap_refused": ("not found once", "not found {n} times"),
    "gap_voted_down": ("👎 {n} answer", "👎 {n} answers"),
    "gap_wishes": ("🔔 {n} wishes to be told", "🔔 {n} wish to be told"),
    "gap_nearest": "nearest: {title}",
    "gap_answered_now": "✓ I answer it by now, from: {title}",
    "gap_more_wordings": ("… and {n} other wording", "… and {n} other wordings"),
    "gap_last_asked": "Asked last on {date}.",
    "gap_answered": "✓ Answered",
    "gap_teach": "✍️ Teach",
    "gap_pass_over": "Pass over",
    "gap_back": "‹ Back",
    "gap_gone": "That has been dealt with already.",
    "gaps_elsewhere": "That list holds members' words. Ask me for /gaps in private, or in the admins' group.",
    "gaps_later": "I cannot look that up just now. Please try again in a few minutes.",
    # a group's chronicle
    "remember_how": (
        "Reply to a message in a group with <code>/remember</code>, and it becomes part of the group's "
        "history.\n"
        "A date and a title may follow: <code>/remember 14 July 2017 The move</code>"
    ),
    "managers_only": "That is for the administrators of this group.",
    "remember_no_text": "That message has no words of a member that I could keep.",
    "unreadable_date": "“{text}” is no date that I can read. Try 2017-07-14 or 14 July 2017.",
    "remembered": "Remembered as of <b>{date}</b>, in “{title}”.",
    "remembered_undo": "Whoever wrote it and admins can take it out again: <code>/forget</code> as a reply.",
    "forget_how": "Reply with <code>/forget</code> to a message that was remembered, or to my line about it.",
    "not_yours": "Only whoever wrote it and admins can take that out.",
    "taken_out": "Taken out of the chronicle.",
    "not_written": "Nothing was changed: {why}",
    # mending answers
    "why_how": "Reply with <code>/why</code> to an answer of the last days, or to a refusal.",
    "alias_how": "Write names of the same thing: <code>/alias CZ = Changpeng Zhao</code>",
    "event_how": "Write a nickname and the day of what it stands for: <code>/event 94 = 2017-09-04</code>",
    "proposed": "✏️ {file}: {change}",
    "common_name": "⚠️ “{name}” is an everyday word: any question with it will be taken for this.",
    "pin_how": (
        "Reply with <code>/pin</code> to an answer of the last days, to a question that is clear by itself."
    ),
    "pinned": "📌 Every reload checks this from now on: <i>{question}</i>",
    "pinned_dated": "📌 Every reload checks from now on that the answer is <b>{date}</b>: <i>{question}</i>",
    "pinned_unanswered": "Today it gets another passage: /reload says so until that is mended.",
    "teach_how": "Reply with <code>/teach</code> to a refusal, or to an answer that is none.",
    "teach_prompt": (
        "Reply to this message with the passage that answers <i>{question}</i>\n"
        "A date and a source may stand in a line above it: <code>14 July 2017, Minutes https://…</code>\n"
        "Or forward me the message that says it: its date and source are taken over."
    ),
    "teach_link": (
        "A bot cannot open links to messages, and this one is in no chat that I have read.\n"
        "Forward me the message itself, or reply to it with <code>/remember</code> in its group."
    ),
    "teach_no_passage": (
        "That is no passage that could answer it. Please reply once more to my message above, "
        "with the words that members shall read."
    ),
    "taught_in_vain": (
        "<b>Published, but the question does not find it</b>, so nobody was told. Members still get this:"
    ),
    "taught": "Published. Members get this now:",
    "taught_title": "What our admins know",
    # statistics
    "stats_title": ("<b>Today</b>", "<b>The last {n} days</b>"),
    "stats_bars": "{first} {bars} {last}",
    "stats_questions": (
        "{n} question: {answered} answered, {refused} refused",
        "{n} questions: {answered} answered, {refused} refused",
    ),
    "stats_answered": "answered",
    "stats_refused": "refused",
    "stats_votes": "{up} 👍, {down} 👎",
    "stats_seconds": "Half of the answers came within {seconds} s.",
    "stats_used": "<b>Most used</b>",
    "stats_passage": "{times}× {text} — {title}",
    "stats_unused": ("Never used: {names}", "{n} sources never used: {names}"),
    "stats_how": "Write <code>/stats</code>, <code>/stats month</code> or a number of days up to 90.",
    "export": ("{n} question, nobody's name or number.", "{n} questions, nobody's name or number."),
    # lengths of time
    "days": "{n} d",
    "hours": "{n} h",
    "minutes": "{n} min",
    "seconds": "{n} s",
}
