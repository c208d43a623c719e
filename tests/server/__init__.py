"""A Bot API server on loopback, for tests that run whole bots: answering, misbehaving, killed and restarted.

    async with BotApiServer() as server:
        anna = server.world.person("Anna")
        async with BotProcess(server, tmp_path) as bot:
            question = server.world.says(anna, "when did the harbour of Bergen open?")
            answer = await server.world.answer_to(question)

It keeps what Telegram keeps, refuses what Telegram refuses (https://core.telegram.org/bots/api, and the
server's source, https://github.com/tdlib/telegram-bot-api), and goes wrong as it is told by a Script.
"""
