"""Signs of whether the first hit answers: functions of no unit, each of the hit beside its question."""
