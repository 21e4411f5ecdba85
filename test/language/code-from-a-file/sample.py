import os

# region outer
def outer():
    # region inner
    def inner():

        return os
    # endregion
    return inner
# endregion
