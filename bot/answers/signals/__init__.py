"""Signs of whether the first hit answers, each a function of the hit beside its question.

Values have no unit: 0 to 1, and a claim ("whether ...") is 0 or 1 where nothing else is said.
"""
