package sample

import "almoner/data"

func questions() []*data.Question {
	bank := []struct{ key, wording string }{
		{"never_partners", "Is the service open to people stalked by somebody who was never their partner?"},
		{"self_referral", "Can people come to the service without being referred by the police?"},
		{"men", "Does the service support men and boys?"},
		{"waiting", "How long did people wait for a first appointment?"},
	}
	all := make([]*data.Question, 0, len(bank))
	for _, q := range bank {
		all = append(all, &data.Question{Stamp: stamp(data.KindQuestion, q.key), Key: q.key, Wording: q.wording})
	}
	return all
}
