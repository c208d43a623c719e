"""What can go wrong with the database."""


class StoreError(Exception):
    """The database could not do what was wanted; the message names the file and holds nobody's words."""


class NewerSchemaError(StoreError):
    """The file was written by a newer version of the bot."""
