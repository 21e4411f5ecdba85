a = 1
#region part
b = 2
c = 3
#endregion part
