// What people judged of some entities of the first layer, and still holds.
//
// @param   ids      string[]
// @returns left     string
// @returns right    string
// @returns verdict  string
// @returns at       string
// @returns judgement  string
UNWIND $ids AS id
MATCH (j:Judgement)
WHERE (j.left = id OR j.right = id) AND j.withdrawnAt IS NULL
RETURN DISTINCT j.left AS left, j.right AS right, j.verdict AS verdict, j.at AS at, j.id AS judgement
ORDER BY at, judgement
