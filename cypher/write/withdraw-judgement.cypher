// That a judgement does not hold any more; it stays in the list.
//
// @param   id     string
// @param   at     string
// @param   who    string
// @returns left   string
// @returns right  string
MATCH (j:Judgement {id: $id})
WHERE j.withdrawnAt IS NULL
SET j.withdrawnAt = $at, j.withdrawnBy = $who
RETURN j.left AS left, j.right AS right
