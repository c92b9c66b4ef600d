// What people judged of some entities of the first layer, and still holds.
//
// @param   ids      string[]
// @returns left     string
// @returns right    string
// @returns verdict  string
// @returns at       string
// @returns judgement  string
UNWIND $ids AS id
CALL (id) {
  MATCH (j:Judgement {left: id})
  RETURN j
  UNION
  MATCH (j:Judgement {right: id})
  RETURN j
}
WITH DISTINCT j
WHERE j.withdrawnAt IS NULL
RETURN j.left AS left, j.right AS right, j.verdict AS verdict, j.at AS at, j.id AS judgement
ORDER BY at, judgement
