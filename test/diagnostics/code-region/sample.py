# region main
pass
# endregion
# region open
pass
